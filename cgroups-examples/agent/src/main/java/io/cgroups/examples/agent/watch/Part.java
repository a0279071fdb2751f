package io.cgroups.examples.agent.watch;

import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.UnsupportedSettingException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part of what is read of a group, which may be missing or refused. Then it is asked again only now and then: a refusal costs
 * more than an answer, and most groups lack the same things for as long as they live.
 */
final class Part<T> {
    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    private final Supplier<T> source;
    private boolean waiting;
    private long askAgain;
    private boolean vanished;
    private boolean answered;
    private Optional<String> refusal = Optional.empty();

    Part(Supplier<T> source) {
        this.source = source;
    }

    Optional<T> read(long nanos) {
        answered = false;
        if (waiting && nanos - askAgain < 0) {
            return Optional.empty();
        }
        waiting = false;
        vanished = false;
        refusal = Optional.empty();
        try {
            Optional<T> answer = Optional.of(source.get());
            answered = true;
            return answer;
        } catch (CgroupNotFoundException e) {
            vanished = true;
        } catch (ControllerUnavailableException | UnsupportedSettingException e) {
            // Nothing to tell: the group does not have it.
            refusal = Optional.empty();
        } catch (CgroupException e) {
            refusal = Optional.of(e.failure().message());
        }
        waiting = true;
        askAgain = nanos + PATIENCE;
        return Optional.empty();
    }

    /** Whether it was missing in a way that the whole group may be gone. */
    boolean isVanished() {
        return vanished;
    }

    /** Whether the last reading gave something. */
    boolean answered() {
        return answered;
    }

    /** Why it was refused, empty when it was not, or is just missing. */
    Optional<String> refusal() {
        return refusal;
    }
}
