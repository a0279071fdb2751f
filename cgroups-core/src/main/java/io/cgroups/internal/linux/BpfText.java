package io.cgroups.internal.linux;

import com.sun.jna.Memory;
import io.cgroups.spi.BpfInstruction;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Instructions as the kernel has them in memory: 8 bytes each, in the order of bytes of the processor. */
final class BpfText {
    static final int SIZE = 8;

    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final int NIBBLE = 4;
    private static final int LOW = 0xf;

    private BpfText() {}

    static Memory write(List<BpfInstruction> instructions) {
        Memory memory = new Memory((long) SIZE * instructions.size());
        for (int i = 0; i < instructions.size(); i++) {
            BpfInstruction each = instructions.get(i);
            int at = SIZE * i;
            memory.setByte(at, (byte) each.code());
            memory.setByte(at + 1L, (byte) registers(each.destination(), each.source()));
            memory.setShort(at + 2L, (short) each.offset());
            memory.setInt(at + 4L, each.immediate());
        }
        return memory;
    }

    static List<BpfInstruction> read(Memory memory, int bytes) {
        List<BpfInstruction> instructions = new ArrayList<>();
        for (int at = 0; at + SIZE <= bytes; at += SIZE) {
            int registers = memory.getByte(at + 1L) & 0xff;
            int low = registers & LOW;
            int high = registers >> NIBBLE;
            instructions.add(new BpfInstruction(
                    memory.getByte(at) & 0xff,
                    LITTLE_ENDIAN ? low : high,
                    LITTLE_ENDIAN ? high : low,
                    memory.getShort(at + 2L),
                    memory.getInt(at + 4L)));
        }
        return instructions;
    }

    /** Bit fields begin at the lower end where bytes do. */
    private static int registers(int destination, int source) {
        return LITTLE_ENDIAN ? destination | source << NIBBLE : source | destination << NIBBLE;
    }
}
