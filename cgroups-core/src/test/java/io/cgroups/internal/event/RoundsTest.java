package io.cgroups.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When what is looked at. */
class RoundsTest {
    private static final Duration SHORT = Duration.ofNanos(10);
    private static final Duration LONG = Duration.ofNanos(25);

    private final Rounds<String> rounds = new Rounds<>();

    @Test
    void thoseOfOneIntervalAreLookedAtTogether() {
        assertThat(rounds.add("a", SHORT, 3)).isTrue();
        assertThat(rounds.add("b", SHORT, 8)).isFalse();
        assertThat(rounds.left(8)).isEqualTo(Duration.ofNanos(2));
        assertThat(rounds.due(9)).isEmpty();
        assertThat(rounds.due(10)).containsExactly("a", "b");
        assertThat(rounds.due(10)).isEmpty();
        assertThat(rounds.due(20)).containsExactly("a", "b");
    }

    @Test
    void whatWasMissedIsMadeUpForOnce() {
        rounds.add("a", SHORT, 0);
        assertThat(rounds.due(57)).containsExactly("a");
        assertThat(rounds.left(57)).isEqualTo(Duration.ofNanos(3));
    }

    @Test
    void eachIntervalHasItsOwnTime() {
        rounds.add("short", SHORT, 0);
        assertThat(rounds.add("long", LONG, 0)).isTrue();
        assertThat(rounds.due(11)).containsExactly("short");
        assertThat(rounds.due(25)).containsExactlyInAnyOrder("short", "long");
        rounds.remove("short", SHORT);
        assertThat(rounds.left(25)).isEqualTo(LONG);
        rounds.remove("long", LONG);
        assertThat(rounds.due(1000)).isEmpty();
        assertThat(rounds.left(0)).isGreaterThan(Duration.ofDays(1000));
    }

    @Test
    void aClockMayBeBelowZeroAndAnIntervalLongerThanAnyClock() {
        rounds.add("a", SHORT, -13);
        rounds.add("never", Duration.ofSeconds(Long.MAX_VALUE), -13);
        assertThat(rounds.due(-11)).isEmpty();
        assertThat(rounds.due(-10)).containsExactly("a");
    }
}
