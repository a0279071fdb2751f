package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.net.ClassId;
import java.math.BigInteger;

/** The net_cls controller of v1: an id of 32 bits, cut off silently, that a new group takes over from above. */
final class V1NetClsFiles implements MemController {
    private static final long LOWER_HALF = 0xffff_ffffL;
    private static final int BITS = 64;

    /** What one group has. */
    static final class State {
        private long classId;
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        state.classId =
                group.parent().map(parent -> parent.state(State.class).classId).orElse(0L);
        group.file(
                "net_cls.classid",
                MemFile.of(() -> Long.toString(state.classId), text -> state.classId = unsigned(text) & LOWER_HALF));
    }

    /** What {@code tc} knows the packets of members by. */
    static ClassId classOf(MemGroup group) {
        return ClassId.of(group.state(State.class).classId);
    }

    /** Parses like {@code kstrtoull(.., 0, ..)}: 0x is hexadecimal, 0 octal, garbage EINVAL, over 64 bits ERANGE. */
    private static long unsigned(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean isHex = digits.matches("0[xX][0-9a-fA-F]+");
        boolean isOctal = digits.matches("0[0-7]+");
        if (!isHex && !isOctal && !digits.matches("0|[1-9]\\d*")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        BigInteger number = isHex ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits, isOctal ? 8 : 10);
        if (number.bitLength() > BITS) {
            throw new KernelRefusal(Errno.ERANGE);
        }
        return number.longValue();
    }
}
