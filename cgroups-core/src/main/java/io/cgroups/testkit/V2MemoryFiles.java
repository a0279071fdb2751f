package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** The memory controller of v2: protections, limits that never refuse, usage, events; limits are whole pages. */
final class V2MemoryFiles implements MemController {
    private static final String NO_LIMIT = "max";

    @Override
    public void populate(MemGroup group) {
        V2Memory memory = group.keep(new V2Memory(group));
        V2MemoryStat.populate(group);
        group.file("memory.reclaim", MemFile.writeOnly(text -> reclaim(memory, text)));
        if (group.isRoot()) {
            return;
        }
        setting(group, "memory.min", 0);
        setting(group, "memory.low", 0);
        setting(group, "memory.swap.high", memory.swap().pages().unlimited());
        size(group, "memory.high", memory::high, memory::setHigh);
        size(group, "memory.max", memory.pages()::limit, memory::setMax);
        size(
                group,
                "memory.swap.max",
                memory.swap().pages()::limit,
                memory.swap().pages()::setLimit);
        number(group, "memory.current", memory.pages()::usage);
        number(group, "memory.peak", memory.pages()::peak);
        number(group, "memory.swap.current", memory.swap().pages()::usage);
        group.file("memory.events", memory.events().file());
        group.file("memory.events.local", memory.events().localFile());
        group.file("memory.swap.events", memory.swap().events().file());
        group.file(
                "memory.oom.group",
                MemFile.of(
                        () -> memory.killsAll() ? "1" : "0",
                        text -> memory.setKillsAll(KernelText.number(text, 0, 1) == 1)));
    }

    private static void number(MemGroup group, String name, LongSupplier value) {
        group.file(name, MemFile.readOnly(() -> Long.toString(value.getAsLong())));
    }

    /** A size that nothing here depends on. */
    private static void setting(MemGroup group, String name, long initial) {
        MemFile.Cell<Long> cell = new MemFile.Cell<>(initial);
        size(group, name, cell::get, cell::set);
    }

    private static void size(MemGroup group, String name, LongSupplier reader, LongConsumer writer) {
        PageCounter pages = group.state(V2Memory.class).pages();
        group.file(
                name,
                MemFile.of(
                        () -> {
                            long bytes = reader.getAsLong();
                            return bytes == pages.unlimited() ? NO_LIMIT : Long.toString(bytes);
                        },
                        text -> writer.accept(pages.parse(text, NO_LIMIT))));
    }

    private static void reclaim(V2Memory memory, String text) {
        // There is no word for everything here: an empty text is refused before it gets to the file.
        long wanted = memory.pages().parse(text, "");
        if (memory.reclaim(wanted) < wanted) {
            throw new KernelRefusal(Errno.EAGAIN);
        }
    }

    @Override
    public void removed(MemGroup group) {
        group.state(V2Memory.class).release();
    }
}
