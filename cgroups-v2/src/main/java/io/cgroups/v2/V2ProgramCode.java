package io.cgroups.v2;

import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.List;

/**
 * How a setting is told to the kernel as a program, and read out of one: two functions, of which one is the inverse of the
 * other.
 *
 * @param <T> what is set
 */
interface V2ProgramCode<T> {

    /** Where the program runs. */
    ProgramHook hook();

    /** By which it is found again. */
    String name();

    /** The instructions that carry it out. */
    List<BpfInstruction> instructions(T value);

    /** Reads what the instructions carry out; the group is for messages. */
    T parse(Path group, List<BpfInstruction> instructions);

    /** The whole program. */
    default BpfProgram program(T value) {
        return new BpfProgram(hook(), name(), instructions(value));
    }
}
