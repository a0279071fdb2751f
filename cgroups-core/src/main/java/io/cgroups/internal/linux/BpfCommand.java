package io.cgroups.internal.linux;

import io.cgroups.spi.ProgramHook;

/** What {@code bpf(2)} can be told, as far as it is used, and the numbers that go with it. */
public enum BpfCommand {
    /** The kernel's verifier looks at it. */
    LOAD(5, "load a program for"),
    /** Alone, or in the place of another. */
    ATTACH(8, "attach a program to"),
    /** It goes when nobody else holds it. */
    DETACH(9, "detach a program from"),
    /** By its number. */
    OPEN(13, "open a program of"),
    /** Its name and its instructions. */
    INFO(15, "read a program of"),
    /** Their numbers. */
    QUERY(16, "list the programs of");

    private final int number;
    private final String operation;

    BpfCommand(int number, String operation) {
        this.number = number;
        this.operation = operation;
    }

    int number() {
        return number;
    }

    /** What is tried on a group, for messages. */
    String operation() {
        return operation;
    }

    /** The kind of program that runs at a hook. */
    static int programType(ProgramHook hook) {
        return switch (hook) {
            case DEVICE -> 15;
            case EGRESS -> 8;
        };
    }

    static int attachType(ProgramHook hook) {
        return switch (hook) {
            case DEVICE -> 6;
            case EGRESS -> 1;
        };
    }
}
