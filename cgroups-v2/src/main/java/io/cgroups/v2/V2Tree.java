package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.RequiredFile;
import io.cgroups.tree.GroupTree;
import io.cgroups.tree.GroupType;
import io.cgroups.tree.TreeStats;
import io.cgroups.unit.Limit;
import java.util.Arrays;
import java.util.List;

/** The core files that tell of the tree below a group, and limit it. */
final class V2Tree implements GroupTree {
    private static final String TYPE = "cgroup.type";
    private static final String DEPTH = "cgroup.max.depth";
    private static final String DESCENDANTS = "cgroup.max.descendants";
    private static final String STAT = "cgroup.stat";
    private static final String UNLIMITED = "max";
    private static final String SINCE = "Linux 4.14";
    private static final String BELOW_ROOT = "a group below the root of the hierarchy";

    private final GroupContext group;
    private final GroupDir dir;

    V2Tree(GroupContext group) {
        this.group = group;
        this.dir = group.unified().orElseThrow();
    }

    @Override
    public GroupType type() {
        String text = RequiredFile.read(dir, TYPE, BELOW_ROOT + ", and " + SINCE);
        return Arrays.stream(GroupType.values())
                .filter(type -> type.kernelName().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new CgroupFormatException(dir.file(TYPE), Arrays.toString(GroupType.values()), text, null));
    }

    @Override
    public Limit<Integer> maxDepth() {
        return limit(DEPTH);
    }

    @Override
    public GroupTree maxDepth(Limit<Integer> max) {
        return limit(DEPTH, max);
    }

    @Override
    public Limit<Integer> maxDescendants() {
        return limit(DESCENDANTS);
    }

    @Override
    public GroupTree maxDescendants(Limit<Integer> max) {
        return limit(DESCENDANTS, max);
    }

    private Limit<Integer> limit(String file) {
        String text = RequiredFile.read(dir, file, SINCE);
        return text.equals(UNLIMITED)
                ? Limit.unlimited()
                : Limit.of(Math.toIntExact(KernelNumbers.parse(dir.file(file), text)));
    }

    private GroupTree limit(String file, Limit<Integer> max) {
        max.value()
                .ifPresent(number -> InvalidValueException.inRange(
                        file, number, 0, LARGEST_LIMIT, "use Limit.unlimited() for no limit"));
        RequiredFile.read(dir, file, SINCE);
        group.execute(() -> List.of(KernelWrite.of(dir, file, max.text(String::valueOf, UNLIMITED))));
        return this;
    }

    @Override
    public TreeStats stats() {
        FlatKeyed stat = FlatKeyed.parse(dir.file(STAT), RequiredFile.read(dir, STAT, SINCE));
        return new TreeStats(stat.require("nr_descendants"), stat.require("nr_dying_descendants"), stat.all());
    }

    @Override
    public boolean populated() {
        return V2Events.isOn(dir, "populated", BELOW_ROOT);
    }

    @Override
    public boolean frozen() {
        return V2Events.isOn(dir, "frozen", V2FreezerDialect.NEEDS);
    }
}
