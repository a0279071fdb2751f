package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.SelfMove;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.freezer.FreezerState;
import io.cgroups.internal.thread.CallingThread;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.Members;
import java.util.List;
import java.util.function.BiFunction;

/** The members of a group, over all its hierarchies: who they are, and how they come in and go. */
abstract class RoutedMembers extends RoutedFacets {
    final Host host;
    final List<GroupDir> dirs;

    RoutedMembers(Host host, List<GroupDir> dirs) {
        this.host = host;
        this.dirs = List.copyOf(dirs);
    }

    @Override
    public Cgroup attach(long pid) {
        String id = id("pid", pid);
        Attachment.ofProcesses(host).attach(dirs, id, id);
        return this;
    }

    @Override
    public Cgroup attach(ProcessHandle process) {
        new CheckedAttachment(host, dirs).attach(CheckedAttachment.meant(host, process));
        return this;
    }

    @Override
    public Cgroup attachAll(ProcessHandle process) {
        new TreeAttachment(host, dirs).attach(process);
        return this;
    }

    /** A root, and a group before Linux 5.2, has nothing to freeze it by. */
    final boolean isFrozen() {
        try {
            return controllers().contains(Controller.FREEZER) && freezer().state() != FreezerState.THAWED;
        } catch (UnsupportedSettingException e) {
            return false;
        }
    }

    /** Nobody in there could thaw it again. */
    final void refuseFrozen(String who) {
        if (isFrozen()) {
            throw new IllegalStateException(
                    "the group is frozen, and this " + who + " would stop itself in it; thaw() it first: " + this);
        }
    }

    @Override
    public SelfMove moveSelf() {
        refuseFrozen("JVM");
        return JvmMove.into(host, this, dirs, List.of());
    }

    @Override
    public Cgroup attachSelf() {
        refuseFrozen("JVM");
        Attachment.ofProcesses(host).attach(dirs, "0", "self");
        return this;
    }

    @Override
    public Cgroup attachThread(long tid) {
        String id = id("tid", tid);
        Attachment.ofThreads(host).attach(dirs, id, id);
        return this;
    }

    @Override
    public Cgroup attachCurrentThread() {
        CallingThread.requireOwn();
        refuseFrozen("thread");
        Attachment.ofThreads(host).attach(dirs, "0", "thread-self");
        return this;
    }

    private static String id(String what, long id) {
        return Long.toString(InvalidValueException.inRange(
                what, id, 1, Integer.MAX_VALUE, "attachSelf() and attachCurrentThread() move the caller"));
    }

    @Override
    public List<Long> processes() {
        return members(HierarchyDriver::processes);
    }

    @Override
    public List<Long> threads() {
        return members((driver, dir) -> Members.of(dir, driver.threadsFile()));
    }

    private List<Long> members(BiFunction<HierarchyDriver, GroupDir, Members> read) {
        return dirs.stream()
                .map(dir -> read.apply(host.driver(dir.hierarchy()), dir))
                .reduce(Members.none(), Members::and)
                .ids()
                .stream()
                .toList();
    }

    @Override
    public Cgroup moveMembersToParent() {
        Deadline deadline = Relocation.deadline(host);
        for (GroupDir dir : dirs) {
            GroupDir parent = dir.parent().orElseThrow(() -> new IllegalStateException(dir + " is a root"));
            Relocation.move(host, dir, parent, deadline);
        }
        return this;
    }
}
