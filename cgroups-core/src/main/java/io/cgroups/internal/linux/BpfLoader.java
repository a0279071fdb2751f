package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import io.cgroups.Errno;
import io.cgroups.spi.BpfProgram;
import java.nio.file.Path;
import java.util.function.Function;

/** Gives a program to the kernel, whose verifier has a look at it. */
final class BpfLoader {
    private static final String LICENCE = "Apache-2.0";
    private static final int ROOM_FOR_WORDS = 65_536;
    private static final int NO_ROOM = 1;

    private BpfLoader() {}

    /** Loads a program for as long as it is used; one that is attached meanwhile stays. */
    static <T> T load(Path group, BpfProgram program, Function<BpfFile, T> use) {
        int descriptor;
        try (Memory words = BpfAttributes.zeros(NO_ROOM)) {
            descriptor = load(program, words);
        } catch (LastErrorException e) {
            throw BpfRefusals.of(BpfCommand.LOAD, group, Errno.of(e.getErrorCode()), wordsOfVerifier(program), e);
        }
        return BpfFile.use(descriptor, group, use);
    }

    private static int load(BpfProgram program, Memory words) {
        try (Memory instructions = BpfText.write(program.instructions());
                Memory licence = BpfAttributes.text(LICENCE);
                Memory attributes = BpfAttributes.load(
                        BpfCommand.programType(program.hook()),
                        instructions,
                        program.instructions().size(),
                        licence,
                        program.name(),
                        words)) {
            return BpfSystemCall.call(BpfCommand.LOAD, attributes);
        }
    }

    /** Asked for only when a program was refused; empty when the refusal came before the verifier. */
    private static String wordsOfVerifier(BpfProgram program) {
        try (Memory words = BpfAttributes.zeros(ROOM_FOR_WORDS)) {
            try {
                BpfSystemCall.close(load(program, words));
            } catch (LastErrorException e) {
                return words.getString(0, "US-ASCII").strip();
            }
            return "";
        }
    }
}
