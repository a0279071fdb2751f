package io.cgroups.v2;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting of a group that a BPF program of this library carries out, found again by its name, and read by taking its
 * instructions apart. Others may have programs at the same hook, which are left alone.
 *
 * @param <T> what is set
 */
final class V2Program<T> {
    /** Somebody else may change the same setting between looking and changing. */
    private static final int MOST_TRIES = 5;

    private final GroupDir dir;
    private final V2ProgramCode<T> code;

    V2Program(GroupDir dir, V2ProgramCode<T> code) {
        this.dir = dir;
        this.code = code;
    }

    Path group() {
        return dir.path();
    }

    /** The same setting of the group above. */
    Optional<V2Program<T>> above() {
        return dir.parent().map(parent -> new V2Program<>(parent, code));
    }

    /** What the groups above set, the nearest first; those that set nothing are left out. */
    List<T> readAbove() {
        return Stream.iterate(above(), Optional::isPresent, program -> program.flatMap(V2Program::above))
                .flatMap(Optional::stream)
                .flatMap(program -> program.read().stream())
                .toList();
    }

    /** What this group itself sets. */
    Optional<T> read() {
        for (AttachedProgram program : own()) {
            try {
                return Optional.of(code.parse(dir.path(), programs().instructions(dir.path(), program)));
            } catch (CgroupNotFoundException e) {
                // Replaced meanwhile, or the group is gone, which the next call says.
                return read();
            }
        }
        return Optional.empty();
    }

    /** The step that makes this group set something else, or nothing. */
    KernelWrite becomes(Optional<T> value) {
        return KernelWrite.by(
                dir,
                code.hook().kernelName(),
                value.map(Object::toString).orElse("no program"),
                () -> change(value.map(code::program)),
                () -> List.of(becomes(read())));
    }

    private void change(Optional<BpfProgram> wanted) {
        for (int i = 1; ; i++) {
            try {
                changeOnce(wanted);
                return;
            } catch (CgroupNotFoundException e) {
                if (i == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void changeOnce(Optional<BpfProgram> wanted) {
        List<AttachedProgram> present = own();
        if (wanted.isPresent() && present.isEmpty()) {
            programs().attach(dir.path(), wanted.get());
        } else if (wanted.isPresent()) {
            programs().replace(dir.path(), present.get(0), wanted.get());
        }
        // More than one is there only when two set it at the same moment.
        present.stream()
                .skip(wanted.isPresent() ? 1 : 0)
                .forEach(program -> programs().detach(dir.path(), code.hook(), program));
    }

    private List<AttachedProgram> own() {
        return programs().attached(dir.path(), code.hook()).stream()
                .filter(program -> program.name().equals(code.name()))
                .toList();
    }

    private CgroupPrograms programs() {
        return dir.files()
                .programs()
                .orElseThrow(() -> new UnsupportedSettingException(Failure.of(
                                "use " + code.hook().kernelName(),
                                "on v2 this needs BPF programs, which are not to be had here")
                        .at(dir.path())));
    }
}
