package io.cgroups.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a trigger of pressure fires: 150 ms in a window of a second. */
class StallWindowTest {
    private static final long MILLI = 1000;

    private long now;
    private final StallWindow window =
            StallWindow.begin("some 150000 1000000\n", () -> now, text(5, 5)).orElseThrow();

    private static String text(long someMillis, long fullMillis) {
        return "some avg10=0.00 avg60=0.00 avg300=0.00 total=" + someMillis * MILLI
                + "\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=" + fullMillis * MILLI + "\n";
    }

    private boolean at(long millis, long some) {
        now = millis * MILLI;
        return window.test(text(some, 0));
    }

    @Test
    void itFiresWhenSoMuchWasLostInAWindow() {
        assertThat(at(50, 50)).isFalse();
        assertThat(at(100, 154)).isFalse();
        assertThat(at(150, 155)).isTrue();
    }

    @Test
    void itFiresOnceInAWindow() {
        assertThat(at(200, 200)).isTrue();
        for (int time = 250; time <= 1150; time += 50) {
            assertThat(at(time, time)).as("%s ms", time).isFalse();
        }
        assertThat(at(1250, 1250)).isTrue();
    }

    /** An estimate of what was lost in the window before would be too low here. */
    @Test
    void itFiresAsSoonAsSoMuchWasLostWhereverAWindowWouldBegin() {
        for (int time = 20; time <= 960; time += 20) {
            assertThat(at(time, 5)).isFalse();
        }
        for (int time = 980; time < 1100; time += 20) {
            assertThat(at(time, 5 + time - 960)).as("%s ms", time).isFalse();
        }
        assertThat(at(1120, 165)).isTrue();
    }

    @Test
    void whatWasLostBeforeTheWindowDoesNotCount() {
        assertThat(at(20, 125)).isFalse();
        for (int time = 40; time <= 2000; time += 20) {
            assertThat(at(time, 125)).isFalse();
        }
        assertThat(at(2020, 165)).isFalse();
        assertThat(at(2040, 285)).isTrue();
    }

    @Test
    void aLittleEachWindowIsNotEnough() {
        for (int time = 50; time <= 10_000; time += 50) {
            assertThat(at(time, 5 + time / 10)).as("%s ms", time).isFalse();
        }
    }

    @Test
    void whatWasLostShortlyBeforeTheWindowCountsInPart() {
        assertThat(at(950, 105)).isFalse();
        assertThat(at(1001, 105)).isFalse();
        assertThat(at(1101, 170)).isTrue();
    }

    @Test
    void ofALongTimeTheAverageCounts() {
        assertThat(at(10_000, 1000)).isFalse();
        assertThat(at(20_000, 3000)).isTrue();
    }

    @Test
    void theOtherLineIsAnotherThing() {
        StallWindow full =
                StallWindow.begin("full 150000 1000000", () -> now, text(0, 0)).orElseThrow();
        now = 200 * MILLI;
        assertThat(full.test(text(200, 10))).isFalse();
        assertThat(full.test(text(200, 160))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "some",
                "some 1",
                "most 1 1000000",
                "some 0 1000000",
                "some 1 499999",
                "some 1 10000001",
                "some 1000001 1000000",
                "some 1 1000000 1",
                "some -1 1000000",
                "some 1 99999999999999999999"
            })
    void whatNoKernelTakesIsNoTrigger(String trigger) {
        assertThat(StallWindow.begin(trigger, () -> 0, text(0, 0))).isEmpty();
    }
}
