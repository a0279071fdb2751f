package io.cgroups.testkit;

import io.cgroups.devices.DeviceAccess;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DeviceType;
import io.cgroups.net.ClassId;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfInstruction.Operation;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.ProgramHook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the in-memory kernel gives to programs, as words of 32 bits, and which of them they may change. */
final class MemHooks {
    private static final int MARK = 2;
    private static final int PRIORITY = 8;
    private static final int PACKET_WORDS = 9;
    private static final int DEVICE_WORDS = 3;

    /** In the kernel's own structure of a packet these are elsewhere, and there it shows them. */
    private static final int MOVED = 128;

    private static final Map<DeviceAccess, Integer> BITS =
            Map.of(DeviceAccess.MKNOD, 1, DeviceAccess.READ, 2, DeviceAccess.WRITE, 4);

    private MemHooks() {}

    /** The words that programs at a hook can read. */
    static Set<Integer> readable(ProgramHook hook) {
        return hook == ProgramHook.DEVICE ? Set.of(0, 1, DEVICE_WORDS - 1) : Set.of(MARK, PRIORITY);
    }

    static Set<Integer> writable(ProgramHook hook) {
        return hook == ProgramHook.DEVICE ? Set.of() : Set.of(MARK, PRIORITY);
    }

    /** The question that is asked when one device is used. */
    static int[] device(DeviceRule access) {
        int bits = access.access().stream().mapToInt(BITS::get).sum();
        int kind = access.type() == DeviceType.BLOCK ? 1 : 2;
        return new int[] {bits << 16 | kind, number(access.major()), number(access.minor())};
    }

    private static int number(OptionalInt number) {
        return number.orElseThrow(
                () -> new IllegalArgumentException("a member uses one device, which has two numbers"));
    }

    /** A packet of a socket with the usual settings. */
    static int[] packet() {
        return new int[PACKET_WORDS];
    }

    /** What others see of a packet. */
    record Packet(ClassId classId, PacketMark mark) {
        /** The major number that {@code tc} keeps for what is no queueing discipline of its own. */
        private static final int RESERVED = 0xffff;

        static Packet of(int[] words) {
            ClassId priority = ClassId.of(Integer.toUnsignedLong(words[PRIORITY]));
            boolean isNone = priority.equals(new ClassId(RESERVED, 0));
            return new Packet(isNone ? ClassId.NONE : priority, new PacketMark(Integer.toUnsignedLong(words[MARK])));
        }
    }

    /** The instructions as the kernel shows them. */
    static List<BpfInstruction> translated(BpfProgram program) {
        if (program.hook() == ProgramHook.DEVICE) {
            return program.instructions();
        }
        List<Integer> moved = Arrays.asList(Operation.LOAD_WORD.code(), Operation.STORE_WORD.code());
        return program.instructions().stream()
                .map(each -> moved.contains(each.code())
                        ? new BpfInstruction(
                                each.code(), each.destination(), each.source(), each.offset() + MOVED, each.immediate())
                        : each)
                .toList();
    }
}
