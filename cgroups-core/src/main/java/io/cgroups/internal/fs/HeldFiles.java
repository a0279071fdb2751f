package io.cgroups.internal.fs;

import io.cgroups.spi.KernelWatch;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the files that are held open for long, so that they never use up the descriptors of the process. */
final class HeldFiles {
    private static final int SHARE = 2;
    private static final int UNKNOWN_LIMIT = 1024;
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max open files +(\\d+)");

    private final Supplier<String> limits;
    private final AtomicInteger open = new AtomicInteger();
    private volatile int most;

    /** Whoever is forgotten with its files, as with a registry, closes none. */
    private final ReferenceQueue<KernelWatch> forgotten = new ReferenceQueue<>();

    private final Set<Place> places = ConcurrentHashMap.newKeySet();

    /** What one file takes. */
    private final class Place extends PhantomReference<KernelWatch> {
        private final OpenFile file;

        Place(KernelWatch watch, OpenFile file) {
            super(watch, forgotten);
            this.file = file;
        }

        void giveBack() {
            if (places.remove(this)) {
                file.close();
                open.decrementAndGet();
            }
        }
    }

    /**
     * Counts from zero.
     *
     * @param limits gives the text of {@code /proc/self/limits}; asked once, when the first file is to be held
     */
    HeldFiles(Supplier<String> limits) {
        this.limits = limits;
    }

    /** Opens a file unless half of what the process may have is held. */
    Optional<KernelWatch> hold(Supplier<OpenFile> opening) {
        for (Reference<?> place = forgotten.poll(); place != null; place = forgotten.poll()) {
            ((Place) place).giveBack();
        }
        if (open.incrementAndGet() > most()) {
            open.decrementAndGet();
            return Optional.empty();
        }
        try {
            return Optional.of(counted(opening.get()));
        } catch (RuntimeException e) {
            open.decrementAndGet();
            throw e;
        }
    }

    private int most() {
        if (most == 0) {
            Matcher limit = LIMIT.matcher(limits.get());
            // The JDK raises the limit to what the process may have before any class of a program runs.
            most = Math.max(1, (limit.find() ? Integer.parseInt(limit.group(1)) : UNKNOWN_LIMIT) / SHARE);
        }
        return most;
    }

    private KernelWatch counted(OpenFile file) {
        Counted watch = new Counted(file);
        watch.place = new Place(watch, file);
        places.add(watch.place);
        return watch;
    }

    /** A file that has a place. */
    private static final class Counted implements KernelWatch {
        private final OpenFile file;
        private @Nullable Place place;

        Counted(OpenFile file) {
            this.file = file;
        }

        @Override
        public String read() {
            try {
                return file.read();
            } finally {
                Reference.reachabilityFence(this);
            }
        }

        @Override
        public boolean awaitChange(Duration limit) throws InterruptedException {
            return file.awaitChange(limit);
        }

        @Override
        public void close() {
            if (place != null) {
                place.giveBack();
            }
        }
    }
}
