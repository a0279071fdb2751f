package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * An open descriptor: of a group's directory, or of a program. It is used and closed.
 *
 * @param descriptor the number
 * @param group the group it is about, for messages
 */
record BpfFile(int descriptor, Path group) {

    static <T> T ofGroup(Path group, Function<BpfFile, T> use) {
        try {
            return use(BpfSystemCall.open(group), group, use);
        } catch (LastErrorException e) {
            throw BpfRefusals.ofGroup(group, Errno.of(e.getErrorCode()), e);
        }
    }

    static <T> T ofProgram(Path group, int id, Function<BpfFile, T> use) {
        try (Memory attributes = BpfAttributes.open(id)) {
            return use(call(BpfCommand.OPEN, attributes, group), group, use);
        }
    }

    static <T> T use(int descriptor, Path group, Function<BpfFile, T> use) {
        try {
            return use.apply(new BpfFile(descriptor, group));
        } finally {
            BpfSystemCall.close(descriptor);
        }
    }

    int call(BpfCommand command, Memory attributes) {
        return call(command, attributes, group);
    }

    private static int call(BpfCommand command, Memory attributes, Path group) {
        try {
            return BpfSystemCall.call(command, attributes);
        } catch (LastErrorException e) {
            throw BpfRefusals.of(command, group, Errno.of(e.getErrorCode()), "", e);
        }
    }
}
