package io.cgroups.v2;

import io.cgroups.net.ClassId;
import io.cgroups.net.PacketMark;
import java.util.Optional;

/**
 * What the program of a group does with packets.
 *
 * @param classId the class, empty to leave it to the groups above
 * @param mark the mark, none to leave it to the groups above
 */
record V2Egress(Optional<ClassId> classId, PacketMark mark) {
    static final V2Egress NOTHING = new V2Egress(Optional.empty(), PacketMark.NONE);

    /** Returns for example {@code class 10:1, mark 0x7}. */
    @Override
    public String toString() {
        String marking = mark.equals(PacketMark.NONE) ? "" : "mark " + mark;
        return classId.map(id -> "class " + id + (marking.isEmpty() ? "" : ", " + marking))
                .orElse(marking);
    }
}
