package io.cgroups.v2;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.PressureTrigger;
import io.cgroups.event.PressureTrigger.Share;
import io.cgroups.pressure.Pressure;
import io.cgroups.pressure.Stall;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Time that is lost to waiting, read when a trigger of the kernel says so. */
final class V2StallFeed {
    private V2StallFeed() {}

    static EventFeed<Duration> of(GroupDir dir, PressureTrigger trigger) {
        String file = word(trigger.resource()) + ".pressure";
        Share share = trigger.share();
        if (total(V2Pressure.of(dir, file), share).isEmpty()) {
            String hint = "this kernel does not measure " + word(share) + "; for the CPU it needs Linux 5.13";
            throw new UnsupportedSettingException(
                    Failure.of("wait for pressure", hint).at(dir.file(file)));
        }
        return EventFeed.of(
                text -> total(V2PressureText.parse(dir.file(file), text), share).orElseThrow(),
                new SignalSource.Trigger(dir.file(file), text(trigger)));
    }

    private static Optional<Duration> total(Pressure pressure, Share share) {
        return (share == Share.SOME ? pressure.some() : pressure.full()).map(Stall::total);
    }

    private static String text(PressureTrigger trigger) {
        return word(trigger.share()) + " " + micros(trigger.stall()) + " " + micros(trigger.window());
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static long micros(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
    }
}
