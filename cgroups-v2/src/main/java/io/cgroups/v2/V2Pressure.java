package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.pressure.GroupPressure;
import io.cgroups.pressure.Pressure;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.RequiredFile;
import java.util.List;
import java.util.Optional;

/** Pressure, which is part of every group. */
final class V2Pressure implements GroupPressure {
    private static final String SWITCH = "cgroup.pressure";
    private static final String CPU = "cpu.pressure";

    private static final String NEEDS =
            "Linux 4.20 (for the root 5.2) built with PSI, and psi=1 on the kernel's command line where PSI is off by default";

    private final GroupContext group;
    private final GroupDir dir;

    V2Pressure(GroupContext group) {
        this.group = group;
        this.dir = group.unified().orElseThrow();
    }

    @Override
    public Pressure cpu() {
        return require(CPU, NEEDS);
    }

    @Override
    public Pressure memory() {
        return require("memory.pressure", NEEDS);
    }

    @Override
    public Pressure io() {
        return require("io.pressure", NEEDS);
    }

    @Override
    public Pressure irq() {
        return require("irq.pressure", "Linux 6.1 built with IRQ_TIME_ACCOUNTING, and " + NEEDS);
    }

    private Pressure require(String file, String needs) {
        return of(dir, file, needs);
    }

    /** Reads the pressure of a group that has the usual files, or says why it is not measured. */
    static Pressure of(GroupDir dir, String file) {
        return of(dir, file, NEEDS);
    }

    private static Pressure of(GroupDir dir, String file, String needs) {
        return find(dir, file).orElseThrow(() -> notMeasured(dir, file, needs));
    }

    private static Optional<Pressure> find(GroupDir dir, String file) {
        try {
            return dir.readIfPresent(file).map(text -> V2PressureText.parse(dir.file(file), text));
        } catch (CgroupIoException e) {
            // Kernels before 5.13 have the files even when they do not measure.
            if (e.errno().filter(Errno.EOPNOTSUPP::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static UnsupportedSettingException notMeasured(GroupDir dir, String file, String needs) {
        boolean isOff = dir.readIfPresent(SWITCH).filter("0"::equals).isPresent();
        return isOff
                ? new UnsupportedSettingException(
                        Failure.of("use " + file, "pressure of this group has been switched off; enable(true)")
                                .at(dir.file(file)))
                : RequiredFile.missing(dir, file, needs);
    }

    @Override
    public boolean enabled() {
        Optional<String> text = dir.readIfPresent(SWITCH);
        if (text.isEmpty()) {
            // No switch, so it measures unless the kernel measures nothing.
            cpu();
            return true;
        }
        return switch (text.get()) {
            case "0" -> false;
            case "1" -> true;
            default -> throw new CgroupFormatException(dir.file(SWITCH), "0 or 1", text.get(), null);
        };
    }

    @Override
    public GroupPressure enable(boolean on) {
        RequiredFile.read(dir, SWITCH, "Linux 6.1, and " + NEEDS);
        group.execute(() -> List.of(KernelWrite.of(dir, SWITCH, on ? "1" : "0")));
        return this;
    }
}
