package io.cgroups.diagnosis;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that stands in the way, and the one thing to do about it. Immutable.
 *
 * @param cause what kind of thing it is
 * @param reason what is the matter, for example {@code /sys/fs/cgroup/jobs is not delegated to alice}
 * @param remedy what to do, in words; with a command, who runs it, for example {@code as root}
 * @param command the command of a shell that does it; empty where no single command does
 */
public record Obstacle(Cause cause, String reason, String remedy, Optional<String> command) {

    /**
     * Checks that no part is null.
     *
     * @param cause see the record
     * @param reason see the record
     * @param remedy see the record
     * @param command see the record
     * @throws NullPointerException if a part is null
     */
    public Obstacle {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(command, "command");
    }

    /**
     * An obstacle that a command removes.
     *
     * @param cause what kind of thing it is
     * @param reason what is the matter
     * @param who who has to run the command, for example {@code as root}
     * @param command the command
     * @return the obstacle
     */
    public static Obstacle command(Cause cause, String reason, String who, String command) {
        return new Obstacle(cause, reason, who, Optional.of(command));
    }

    /**
     * An obstacle that takes more than a command.
     *
     * @param cause what kind of thing it is
     * @param reason what is the matter
     * @param remedy what to do
     * @return the obstacle
     */
    public static Obstacle step(Cause cause, String reason, String remedy) {
        return new Obstacle(cause, reason, remedy, Optional.empty());
    }

    /**
     * What to do, with the command where there is one.
     *
     * @return for example {@code as root: chown alice /sys/fs/cgroup/jobs}
     */
    public String advice() {
        return remedy + command.map(": "::concat).orElse("");
    }

    /** Returns reason and advice in one sentence, as the hint of an exception has it. */
    @Override
    public String toString() {
        return reason + "; " + advice();
    }
}
