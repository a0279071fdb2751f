package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfInstruction.Operation;
import io.cgroups.spi.BpfProgram;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Refuses programs that the kernel refuses, as far as they consist of instructions that it knows. */
final class MemVerifier {
    private static final int CONTEXT = 1;

    /**
     * What is known before an instruction.
     *
     * @param at its number
     * @param written the registers that have a value, one bit each
     * @param context whether register 1 is still the address of what the program was given
     * @param answer register 0, where it is a constant
     */
    private record Known(int at, int written, boolean context, OptionalInt answer) {
        boolean has(int register) {
            return (written >> register & 1) == 1;
        }

        Known jump(int offset) {
            return new Known(at + 1 + offset, written, context, answer);
        }

        Known sets(int register, OptionalInt constant) {
            return new Known(
                    at + 1, written | 1 << register, context && register != CONTEXT, register == 0 ? constant : answer);
        }
    }

    private final BpfProgram program;
    private final Set<Known> seen = new HashSet<>();
    private final Deque<Known> next = new ArrayDeque<>();

    private MemVerifier(BpfProgram program) {
        this.program = program;
    }

    static void check(BpfProgram program) {
        new MemVerifier(program).check();
    }

    private void check() {
        List<BpfInstruction> code = program.instructions();
        next.add(new Known(0, 1 << CONTEXT, true, OptionalInt.empty()));
        while (!next.isEmpty()) {
            Known known = next.remove();
            if (seen.add(known)) {
                require(known.at() < code.size(), Errno.EINVAL, "jump out of range or no exit");
                follow(known, code.get(known.at()));
            }
        }
        for (int i = 0; i < code.size(); i++) {
            int at = i;
            require(seen.stream().anyMatch(known -> known.at() == at), Errno.EINVAL, "unreachable insn " + at);
        }
    }

    private void follow(Known known, BpfInstruction each) {
        int to = each.destination();
        Operation operation = MemMachine.operation(each)
                .orElseThrow(() -> new KernelRefusal(Errno.EINVAL, "unknown opcode " + each.code()));
        switch (operation) {
            case LOAD_WORD -> {
                access(known, each.source(), each.offset(), MemHooks.readable(program.hook()));
                next.add(known.sets(to, OptionalInt.empty()));
            }
            case STORE_WORD -> {
                access(known, to, each.offset(), MemHooks.writable(program.hook()));
                readable(known, each.source());
                next.add(known.jump(0));
            }
            case SET -> next.add(known.sets(to, OptionalInt.of(each.immediate())));
            case COPY -> {
                readable(known, each.source());
                next.add(known.sets(to, OptionalInt.empty()));
            }
            case AND, SHIFT_RIGHT -> {
                readable(known, to);
                next.add(known.sets(to, OptionalInt.empty()));
            }
            case JUMP_IF_EQUAL, JUMP_IF_NOT_EQUAL, JUMP_IF_GREATER -> {
                readable(known, to);
                require(each.offset() >= 0, Errno.EINVAL, "back-edge from insn " + known.at());
                next.add(known.jump(0));
                next.add(known.jump(each.offset()));
            }
            case EXIT -> {
                readable(known, 0);
                int answer = known.answer().orElse(-1);
                require(answer == 0 || answer == 1, Errno.EINVAL, "At program exit the register R0 is not 0 or 1");
            }
        }
    }

    private static void readable(Known known, int register) {
        require(known.has(register), Errno.EACCES, "R" + register + " !read_ok");
    }

    private static void access(Known known, int register, int offset, Set<Integer> words) {
        readable(known, register);
        boolean isContext = register == CONTEXT && known.context();
        require(
                isContext && offset % Integer.BYTES == 0 && words.contains(offset / Integer.BYTES),
                Errno.EACCES,
                "invalid bpf_context access off=" + offset + " size=4");
    }

    private static void require(boolean condition, Errno errno, String words) {
        if (!condition) {
            throw new KernelRefusal(errno, words);
        }
    }
}
