package io.cgroups.internal.linux;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.cgroups.spi.BpfInstruction;
import java.util.List;
import java.util.Optional;

/** What the kernel tells of a program that is loaded. */
final class BpfInfo {
    private static final int SIZE = 80;
    private static final int LENGTH = 20;
    private static final int INSTRUCTIONS = 32;
    private static final int NAME = 64;
    private static final int FRAME_POINTER = 10;

    private BpfInfo() {}

    static String name(BpfFile program) {
        try (Memory info = BpfAttributes.zeros(SIZE)) {
            ask(program, info);
            return info.getString(NAME, "US-ASCII");
        }
    }

    /** Empty when the kernel hides them. */
    static Optional<List<BpfInstruction>> instructions(BpfFile program) {
        int bytes = length(program);
        if (bytes == 0) {
            return Optional.empty();
        }
        try (Memory room = BpfAttributes.zeros(bytes);
                Memory info = BpfAttributes.zeros(SIZE)) {
            info.setInt(LENGTH, bytes);
            BpfAttributes.address(info, INSTRUCTIONS, room);
            ask(program, info);
            // The kernel takes the address away where it has written nothing.
            return Pointer.nativeValue(room) == info.getLong(INSTRUCTIONS)
                    ? Optional.of(BpfText.read(room, bytes)).filter(BpfInfo::isAsLoaded)
                    : Optional.empty();
        }
    }

    /** With net.core.bpf_jit_harden=2 constants are blinded, which takes a register that no program can name. */
    private static boolean isAsLoaded(List<BpfInstruction> read) {
        return read.stream()
                .allMatch(instruction ->
                        instruction.destination() <= FRAME_POINTER && instruction.source() <= FRAME_POINTER);
    }

    private static int length(BpfFile program) {
        try (Memory info = BpfAttributes.zeros(SIZE)) {
            ask(program, info);
            return info.getInt(LENGTH);
        }
    }

    private static void ask(BpfFile program, Memory info) {
        try (Memory attributes = BpfAttributes.info(program.descriptor(), info)) {
            program.call(BpfCommand.INFO, attributes);
        }
    }
}
