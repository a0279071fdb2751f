package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.devices.DeviceRule;
import io.cgroups.internal.linux.BpfCommand;
import io.cgroups.internal.linux.BpfRefusals;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The BPF programs of groups on the unified hierarchy: kept, verified and run. */
final class MemPrograms implements CgroupPrograms {
    private static final int MOST_PROGRAMS = 64;
    private static final String NAME = "[A-Za-z0-9_]{0,15}";

    /** A program that was loaded; it has a number for as long as it is attached. */
    private record Loaded(int id, BpfProgram program) {
        AttachedProgram attached() {
            return new AttachedProgram(id, program.name());
        }
    }

    /** The programs of one group, in the order of attaching. */
    static final class State {
        private final Map<ProgramHook, List<Loaded>> programs = new EnumMap<>(ProgramHook.class);

        private List<Loaded> at(ProgramHook hook) {
            return programs.computeIfAbsent(hook, none -> new ArrayList<>());
        }

        private Loaded find(ProgramHook hook, AttachedProgram program) {
            return at(hook).stream()
                    .filter(loaded -> loaded.id() == program.id())
                    .findFirst()
                    .orElseThrow(() -> new KernelRefusal(Errno.ENOENT));
        }
    }

    private final InMemoryKernel kernel;
    private int lastId;

    MemPrograms(InMemoryKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public List<AttachedProgram> attached(Path group, ProgramHook hook) {
        return answer(
                BpfCommand.QUERY,
                group,
                () -> state(group).at(hook).stream().map(Loaded::attached).toList());
    }

    @Override
    public List<BpfInstruction> instructions(Path group, AttachedProgram program) {
        return answer(
                BpfCommand.INFO,
                group,
                () -> Stream.of(ProgramHook.values())
                        .flatMap(hook -> state(group).at(hook).stream())
                        .filter(loaded -> loaded.id() == program.id())
                        .findFirst()
                        .map(loaded -> MemHooks.translated(loaded.program()))
                        .orElseThrow(() -> new KernelRefusal(Errno.ENOENT)));
    }

    @Override
    public void attach(Path group, BpfProgram program) {
        Loaded loaded = load(group, program);
        answer(BpfCommand.ATTACH, group, () -> {
            List<Loaded> present = state(group).at(program.hook());
            if (present.size() == MOST_PROGRAMS) {
                throw new KernelRefusal(Errno.E2BIG);
            }
            return present.add(loaded);
        });
    }

    @Override
    public void replace(Path group, AttachedProgram old, BpfProgram program) {
        Loaded loaded = load(group, program);
        answer(BpfCommand.ATTACH, group, () -> {
            State state = state(group);
            List<Loaded> present = state.at(program.hook());
            return present.set(present.indexOf(state.find(program.hook(), old)), loaded);
        });
    }

    @Override
    public void detach(Path group, ProgramHook hook, AttachedProgram program) {
        answer(BpfCommand.DETACH, group, () -> {
            State state = state(group);
            return state.at(hook).remove(state.find(hook, program));
        });
    }

    private Loaded load(Path group, BpfProgram program) {
        return answer(BpfCommand.LOAD, group, () -> {
            if (!program.name().matches(NAME)) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            MemVerifier.check(program);
            return new Loaded(++lastId, program);
        });
    }

    private State state(Path group) {
        // Groups of v1 have no programs.
        return kernel.group(group).find(State.class).orElseThrow(() -> new KernelRefusal(Errno.EBADF));
    }

    private <T> T answer(BpfCommand command, Path group, Supplier<T> action) {
        synchronized (kernel) {
            try {
                return action.get();
            } catch (KernelRefusal e) {
                throw BpfRefusals.of(command, group, e.errno(), e.words(), null);
            }
        }
    }

    /** Whether the programs of a group and of all above let members use a device; without any, they do. */
    boolean allow(MemThread thread, DeviceRule access) {
        return access.byKind().stream()
                .allMatch(kind -> run(thread, ProgramHook.DEVICE)
                        .allMatch(program -> MemMachine.run(program, MemHooks.device(kind)) == 1));
    }

    /** A packet of a process after the programs of its group, and then those above, have had it. */
    MemHooks.Packet send(MemThread thread) {
        int[] packet = MemHooks.packet();
        run(thread, ProgramHook.EGRESS).forEach(program -> MemMachine.run(program, packet));
        return MemHooks.Packet.of(packet);
    }

    private Stream<List<BpfInstruction>> run(MemThread thread, ProgramHook hook) {
        return kernel.hierarchies().stream()
                .map(thread::groupIn)
                .filter(group -> group.find(State.class).isPresent())
                .flatMap(MemPrograms::upwards)
                .flatMap(group -> group.state(State.class).at(hook).stream())
                .map(loaded -> loaded.program().instructions());
    }

    private static Stream<MemGroup> upwards(MemGroup group) {
        return Stream.concat(Stream.of(group), group.parent().stream().flatMap(MemPrograms::upwards));
    }
}
