package io.cgroups.testkit;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.internal.event.StallWindow;
import io.cgroups.internal.fs.EventRefusals;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Trigger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What counts events: asked after every change, it says how many there were since it was asked last. */
final class MemGauges {
    private MemGauges() {}

    /** Makes what counts the events of a source, or refuses by throwing. */
    static LongSupplier of(InMemoryKernel kernel, SignalSource source) {
        if (source instanceof Trigger trigger) {
            return trigger(kernel, trigger);
        }
        // One that is missing cannot be opened.
        kernel.read(source.file());
        if (source instanceof Change) {
            return changed(() -> kernel.read(source.file()));
        }
        return source instanceof Control control ? control(kernel, control) : () -> 1;
    }

    private interface State<T> {
        T now();
    }

    /** One event whenever the state is another one. */
    private static <T> LongSupplier changed(State<T> state) {
        MemFile.Cell<T> last = new MemFile.Cell<>(state.now());
        return () -> {
            T now = state.now();
            boolean isSame = now.equals(last.get());
            last.set(now);
            return isSame ? 0 : 1;
        };
    }

    private static LongSupplier trigger(InMemoryKernel kernel, Trigger trigger) {
        try {
            kernel.write(trigger.file(), trigger.trigger());
        } catch (CgroupIoException e) {
            throw EventRefusals.ofTrigger(kernel, e);
        }
        StallWindow window = StallWindow.begin(
                        trigger.trigger(), () -> kernel.nanoTime() / 1000, kernel.read(trigger.file()))
                .orElseThrow();
        return () -> window.test(kernel.read(trigger.file())) ? 1 : 0;
    }

    private static LongSupplier control(InMemoryKernel kernel, Control control) {
        Optional<String> argument = Optional.of(control.argument());
        try {
            return kernel.answer("write", control.control(), argument, () -> counted(kernel, control));
        } catch (CgroupIoException e) {
            throw EventRefusals.ofControl(e);
        }
    }

    private static LongSupplier counted(InMemoryKernel kernel, Control control) {
        Path file = control.file();
        V1MemoryFiles.State state = kernel.groupOf(file)
                .flatMap(group -> group.find(V1MemoryFiles.State.class))
                .orElseThrow(() -> new KernelRefusal(Errno.EINVAL));
        switch (MemTree.name(file)) {
            case "memory.oom_control" -> {
                MemFile.Cell<Long> last = new MemFile.Cell<>(state.ooms());
                return () -> {
                    long more = state.ooms() - last.get();
                    last.set(state.ooms());
                    return more;
                };
            }
            case "memory.usage_in_bytes" -> {
                long threshold = state.parse(control.argument());
                return changed(() -> state.pages().usage() >= threshold);
            }
            default -> throw new KernelRefusal(Errno.EINVAL);
        }
    }
}
