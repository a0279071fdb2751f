package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfInstruction.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Takes the instructions of a program of this library apart, one after the other. Not safe for use by several threads. */
final class V2ProgramReader {
    private final Path group;
    private final List<BpfInstruction> instructions;
    private int next;

    V2ProgramReader(Path group, List<BpfInstruction> instructions) {
        this.group = group;
        this.instructions = instructions.stream()
                .filter(instruction -> !instruction.isZeroExtension())
                .toList();
    }

    boolean nextIs(Operation operation, int register) {
        return next < instructions.size() && instructions.get(next).is(operation, register);
    }

    /** Goes past the next instruction, which must be exactly this one. */
    void take(BpfInstruction expected) {
        if (next == instructions.size() || !instructions.get(next).equals(expected)) {
            throw unexpected();
        }
        next++;
    }

    /** The constant of the next instruction, which must be this one. */
    int take(Operation operation, int register) {
        if (!nextIs(operation, register)) {
            throw unexpected();
        }
        return instructions.get(next++).immediate();
    }

    /** The constant of the next instruction, if it is this one. */
    OptionalInt takeIf(Operation operation, int register) {
        return nextIs(operation, register) ? OptionalInt.of(take(operation, register)) : OptionalInt.empty();
    }

    /** The program ends here. */
    void end() {
        take(Operation.EXIT, 0);
        if (next < instructions.size()) {
            throw unexpected();
        }
    }

    private CgroupFormatException unexpected() {
        String found = next < instructions.size() ? instructions.get(next).toString() : "the end";
        return new CgroupFormatException(
                group, "a program of this version of the library, at instruction " + next, found, null);
    }
}
