package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One control file of the in-memory kernel: what reading gives, and what writing does or refuses.
 *
 * @param reader gives the text without a line feed at the end
 * @param writer takes the written text without surrounding white space, or throws {@link KernelRefusal}
 */
record MemFile(Supplier<String> reader, Consumer<String> writer) {

    static MemFile of(Supplier<String> reader, Consumer<String> writer) {
        return new MemFile(reader, writer);
    }

    /** A file that cannot be opened for writing; root, whom no mode bits stop, gets EINVAL from the kernel. */
    static MemFile readOnly(Supplier<String> reader) {
        return new MemFile(reader, text -> {
            throw new KernelRefusal(Errno.EINVAL);
        });
    }

    static MemFile writeOnly(Consumer<String> writer) {
        return new MemFile(
                () -> {
                    throw new KernelRefusal(Errno.EINVAL);
                },
                writer);
    }

    /** A 0/1 switch; every other number is EINVAL. */
    static MemFile flag(Cell<Boolean> cell) {
        return of(() -> cell.get() ? "1" : "0", text -> cell.set(KernelText.number(text, 0, 1) == 1));
    }

    /** A switch that every number but 0 turns on; a negative one is EINVAL. */
    static MemFile lenientFlag(Cell<Boolean> cell) {
        return of(() -> cell.get() ? "1" : "0", text -> cell.set(KernelText.unsigned(text) != 0));
    }

    /** The text of a list of ids, one a line. */
    static String lines(Iterable<Long> ids) {
        StringBuilder text = new StringBuilder();
        ids.forEach(id -> text.append(id).append('\n'));
        return text.toString();
    }

    /** A mutable value; a control file's memory. */
    static final class Cell<T> {
        private T value;

        Cell(T value) {
            this.value = value;
        }

        T get() {
            return value;
        }

        void set(T newValue) {
            value = newValue;
        }
    }
}
