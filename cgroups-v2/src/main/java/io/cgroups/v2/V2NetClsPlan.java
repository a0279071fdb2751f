package io.cgroups.v2;

import io.cgroups.InvalidValueException;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsSpec;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Optional;

/** The one step of a {@link NetClsSpec} on v2: one program does for class and mark. */
final class V2NetClsPlan {
    private final V2Program<V2Egress> program;
    private final NetClsSpec spec;

    V2NetClsPlan(V2Program<V2Egress> program, NetClsSpec spec) {
        this.program = program;
        this.spec = spec;
    }

    List<KernelWrite> writes() {
        V2Egress present = program.read().orElse(V2Egress.NOTHING);
        V2Egress target = new V2Egress(
                spec.classId().map(this::classId).orElse(present.classId()),
                spec.mark().map(this::mark).orElse(present.mark()));
        return target.equals(present)
                ? List.of()
                : List.of(program.becomes(Optional.of(target).filter(egress -> !egress.equals(V2Egress.NOTHING))));
    }

    /** To have none needs no program, but below a group that has one. */
    private Optional<ClassId> classId(ClassId wanted) {
        boolean inherits = program.readAbove().stream()
                .flatMap(egress -> egress.classId().stream())
                .findFirst()
                .filter(above -> !above.equals(ClassId.NONE))
                .isPresent();
        return wanted.equals(ClassId.NONE) && !inherits ? Optional.empty() : Optional.of(wanted);
    }

    private PacketMark mark(PacketMark wanted) {
        if (wanted.equals(PacketMark.NONE)) {
            program.readAbove().stream()
                    .map(V2Egress::mark)
                    .filter(above -> !above.equals(PacketMark.NONE))
                    .findFirst()
                    .ifPresent(above -> {
                        throw new InvalidValueException(
                                "mark",
                                wanted,
                                "a group above gives its packets the mark " + above
                                        + ", and so those of the groups below that give none; take it away there");
                    });
        }
        return wanted;
    }
}
