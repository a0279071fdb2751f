package io.cgroups.testkit;

import io.cgroups.CgroupFormatException;
import io.cgroups.Errno;
import io.cgroups.cpuset.IdSet;
import io.cgroups.testkit.MemFile.Cell;
import io.cgroups.testkit.V1CpusetState.Part;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The cpuset controller of v1 on a machine of two CPUs and one memory node; an empty set takes no member. */
final class V1CpusetFiles implements MemController {
    private static final IdSet CPUS = IdSet.of(0, 1);
    private static final IdSet MEMS = IdSet.of(0);

    /** How many bits the kernel's sets have: the possible CPUs, but nodes as many as it is built for. */
    private static final int CPU_BITS = 2;

    private static final int MEM_BITS = 1024;
    private static final int MAX_DOMAIN_LEVEL = 2;
    private static final Pattern HUGE_NUMBER = Pattern.compile("\\d{10,}");

    @Override
    public void populate(MemGroup group) {
        V1CpusetState state = group.keep(group.parent()
                .map(parent -> parent.state(V1CpusetState.class).child())
                .orElseGet(() -> V1CpusetState.root(CPUS, MEMS)));
        addPart(group, "cpu", CPUS, CPU_BITS, each -> each.cpus);
        addPart(group, "mem", MEMS, MEM_BITS, each -> each.mems);
        addFlag(group, "mem_hardwall", state.memHardwall);
        addFlag(group, "memory_migrate", state.memoryMigrate);
        addFlag(group, "memory_spread_page", state.memorySpreadPage);
        addFlag(group, "memory_spread_slab", state.memorySpreadSlab);
        addFlag(group, "sched_load_balance", state.schedLoadBalance);
        group.file("cpuset.memory_pressure", MemFile.readOnly(() -> "0"));
        if (group.isRoot()) {
            addFlag(group, "memory_pressure_enabled", state.memoryPressureEnabled);
        }
        Cell<Long> level = state.schedRelaxDomainLevel;
        group.file(
                "cpuset.sched_relax_domain_level",
                MemFile.of(
                        () -> level.get().toString(),
                        text -> level.set(KernelText.number(text, -1, MAX_DOMAIN_LEVEL))));
    }

    private static void addFlag(MemGroup group, String name, Cell<Boolean> cell) {
        group.file("cpuset." + name, MemFile.lenientFlag(cell));
    }

    private static void addPart(
            MemGroup group, String kind, IdSet machine, int bits, Function<V1CpusetState, Part> partOf) {
        Part part = partOf.apply(group.state(V1CpusetState.class));
        V1CpusetRules rules = new V1CpusetRules(group, partOf);
        group.parent()
                .filter(parent -> V1Core.clonesChildren(parent) && rules.isFree(parent))
                .map(parent -> partOf.apply(parent.state(V1CpusetState.class)))
                .ifPresent(above -> part.ids.set(above.ids.get()));
        group.file("cpuset." + kind + "s", MemFile.of(() -> part.ids.get().toString(), text -> {
            refuse(Errno.EACCES, group.isRoot());
            IdSet ids = parse(text, bits);
            refuse(Errno.EINVAL, !machine.containsAll(ids));
            rules.check(ids, part.exclusive.get());
            part.ids.set(ids);
        }));
        group.file(
                "cpuset.effective_" + kind + "s",
                MemFile.readOnly(() -> part.ids.get().toString()));
        Cell<Boolean> wanted = new Cell<>(false);
        MemFile flag = MemFile.lenientFlag(wanted);
        group.file("cpuset." + kind + "_exclusive", MemFile.of(() -> part.exclusive.get() ? "1" : "0", text -> {
            flag.writer().accept(text);
            rules.check(part.ids.get(), wanted.get());
            part.exclusive.set(wanted.get());
        }));
    }

    /** Parses like {@code bitmap_parselist()}: a number of too many bits has an error of its own. */
    private static IdSet parse(String text, int bits) {
        refuse(Errno.EOVERFLOW, HUGE_NUMBER.matcher(text).find());
        String list = text.replace("all", "0-N").replace("N", Integer.toString(bits - 1));
        try {
            IdSet ids = IdSet.parse(list);
            refuse(Errno.ERANGE, !IdSet.range(0, bits - 1).containsAll(ids));
            return ids;
        } catch (CgroupFormatException e) {
            boolean isLarge = Pattern.compile("\\d{6,}").matcher(text).find();
            throw new KernelRefusal(isLarge ? Errno.ERANGE : Errno.EINVAL);
        }
    }

    private static void refuse(Errno errno, boolean broken) {
        if (broken) {
            throw new KernelRefusal(errno);
        }
    }

    @Override
    public void checkAttach(MemGroup group) {
        V1CpusetState state = group.state(V1CpusetState.class);
        refuse(
                Errno.ENOSPC,
                state.cpus.ids.get().isEmpty() || state.mems.ids.get().isEmpty());
    }
}
