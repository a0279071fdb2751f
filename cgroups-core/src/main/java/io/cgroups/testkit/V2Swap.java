package io.cgroups.testkit;

import java.util.List;
import java.util.Optional;

/** The swap of one v2 group; what goes there is what a test says. */
final class V2Swap {
    private final PageCounter pages;
    private final V2Events events;

    V2Swap(Optional<V2Swap> above) {
        this.pages = new PageCounter(above.map(V2Swap::pages).orElse(null), V1MemoryFiles.PAGE);
        this.events = new V2Events(above.map(V2Swap::events), List.of("high", "max", "fail"));
    }

    PageCounter pages() {
        return pages;
    }

    V2Events events() {
        return events;
    }

    /** Lets members have so much in swap; false, and counted, when a limit stands in the way. */
    boolean use(long bytes) {
        boolean fits = pages.charge(bytes - pages.usage()).isEmpty();
        if (!fits) {
            events.count("max");
            events.count("fail");
        }
        return fits;
    }
}
