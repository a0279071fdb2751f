package io.cgroups.spi;

import java.util.List;

/**
 * A BPF program for a v2 group. Immutable.
 *
 * @param hook where it is to run
 * @param name by which it is found again: 1 to 15 letters, digits and underscores
 * @param instructions at least one
 */
public record BpfProgram(ProgramHook hook, String name, List<BpfInstruction> instructions) {

    /**
     * Copies the instructions.
     *
     * @param hook see the record
     * @param name see the record
     * @param instructions see the record
     */
    public BpfProgram {
        instructions = List.copyOf(instructions);
    }
}
