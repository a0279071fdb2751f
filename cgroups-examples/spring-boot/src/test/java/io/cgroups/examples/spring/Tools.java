package io.cgroups.examples.spring;

import java.io.IOException;

/** Programs of the package prometheus. */
final class Tools {
    private Tools() {}

    static Process start(ProcessBuilder program) {
        try {
            return program.start();
        } catch (IOException e) {
            throw new AssertionError(
                    program.command().get(0)
                            + " cannot be started; install the package prometheus of your distribution",
                    e);
        }
    }
}
