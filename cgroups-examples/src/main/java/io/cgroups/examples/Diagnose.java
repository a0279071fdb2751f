package io.cgroups.examples;

import io.cgroups.Cgroups;

/** Prints what this user can do with the control groups of this machine, and what to do about the rest. Changes nothing. */
public final class Diagnose {
    private Diagnose() {}

    /**
     * Runs the example.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        System.out.println(Cgroups.system().diagnose());
    }
}
