package io.cgroups.blkio;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.DataSize;

/**
 * How much a disk can do in a second when it does nothing else. Immutable.
 *
 * @param bytes the most it can transfer; 0 makes size free of cost
 * @param sequentialOperations how many operations of 4 KiB that follow one another; 0 makes them free of cost
 * @param randomOperations how many operations of 4 KiB all over the disk; 0 makes them free of cost
 */
public record DiskSpeed(DataSize bytes, long sequentialOperations, long randomOperations) {

    /**
     * Checks the ranges.
     *
     * @param bytes see the record
     * @param sequentialOperations see the record
     * @param randomOperations see the record
     * @throws InvalidValueException if a number is under 0
     */
    public DiskSpeed {
        check("sequential operations", sequentialOperations);
        check("random operations", randomOperations);
    }

    private static void check(String what, long number) {
        InvalidValueException.inRange(
                "io.cost.model " + what, number, 0, Long.MAX_VALUE, "operations of 4 KiB a second");
    }
}
