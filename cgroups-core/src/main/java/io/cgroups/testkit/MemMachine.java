package io.cgroups.testkit;

import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfInstruction.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs programs that the verifier has let through. */
final class MemMachine {
    private static final int REGISTERS = 11;
    private static final long LOWER_HALF = 0xffff_ffffL;

    private static final Map<Integer, Operation> OPERATIONS =
            Arrays.stream(Operation.values()).collect(Collectors.toMap(Operation::code, Function.identity()));

    private MemMachine() {}

    static Optional<Operation> operation(BpfInstruction instruction) {
        return Optional.ofNullable(OPERATIONS.get(instruction.code()));
    }

    /** Gives the answer; the memory, which register 1 is the address of, may be changed. */
    static long run(List<BpfInstruction> program, int[] memory) {
        long[] registers = new long[REGISTERS];
        int at = 0;
        while (program.get(at).code() != Operation.EXIT.code()) {
            at += 1 + step(program.get(at), registers, memory);
        }
        return registers[0];
    }

    /** Carries one instruction out, and says how many of the next to leave out. */
    private static int step(BpfInstruction next, long[] registers, int[] memory) {
        int to = next.destination();
        long value = registers[to];
        // The kernel makes 64 bits of the constant of a comparison, with its sign.
        long constant = next.immediate();
        switch (operation(next).orElseThrow()) {
            case LOAD_WORD -> registers[to] = memory[next.offset() / Integer.BYTES] & LOWER_HALF;
            case STORE_WORD -> memory[next.offset() / Integer.BYTES] = (int) registers[next.source()];
            case SET -> registers[to] = constant & LOWER_HALF;
            case COPY -> registers[to] = registers[next.source()] & LOWER_HALF;
            case AND -> registers[to] = value & constant & LOWER_HALF;
            case SHIFT_RIGHT -> registers[to] = (value & LOWER_HALF) >>> constant;
            case JUMP_IF_EQUAL -> {
                return value == constant ? next.offset() : 0;
            }
            case JUMP_IF_NOT_EQUAL -> {
                return value != constant ? next.offset() : 0;
            }
            case JUMP_IF_GREATER -> {
                return Long.compareUnsigned(value, constant) > 0 ? next.offset() : 0;
            }
            case EXIT -> throw new IllegalStateException("the end");
        }
        return 0;
    }
}
