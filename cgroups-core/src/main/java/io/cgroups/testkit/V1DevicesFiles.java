package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.devices.DeviceRule;
import io.cgroups.testkit.V1DeviceExceptions.Item;

/**
 * The devices controller of v1: what a group may is inherited by a new one, and never more than what the group above may.
 *
 * <p>The kernel keeps a default and exceptions of it, and shows the exceptions only where the default is to deny.
 */
final class V1DevicesFiles implements MemController {

    /** What one group has. */
    static final class State {
        private boolean allowsByDefault = true;
        private final V1DeviceExceptions exceptions = new V1DeviceExceptions();

        private String list() {
            return allowsByDefault ? DeviceRule.EVERYTHING + "\n" : exceptions.list();
        }

        private void reset(boolean allow) {
            allowsByDefault = allow;
            exceptions.clear();
        }

        private void copy(State other) {
            allowsByDefault = other.allowsByDefault;
            exceptions.addAll(other.exceptions);
        }

        /** Whether a group below that denies by default may have a rule. */
        private boolean grants(Item item) {
            return allowsByDefault ? !exceptions.touches(item) : exceptions.cover(item);
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.parent().ifPresent(parent -> state.copy(parent.state(State.class)));
        group.file("devices.allow", MemFile.writeOnly(text -> allow(group, text)));
        group.file("devices.deny", MemFile.writeOnly(text -> deny(group, text)));
        group.file("devices.list", MemFile.readOnly(state::list));
    }

    private static void allow(MemGroup group, String text) {
        State state = group.state(State.class);
        if (isDefault(text)) {
            checkNoChildren(group);
            check(group.parent()
                    .map(parent -> parent.state(State.class))
                    .filter(above -> !above.allowsByDefault)
                    .isEmpty());
            state.reset(true);
            group.parent().ifPresent(parent -> state.copy(parent.state(State.class)));
            return;
        }
        Item item = Item.parse(text);
        if (state.allowsByDefault) {
            check(group.isRoot() || !parent(group).exceptions.touches(item));
            state.exceptions.remove(item);
        } else {
            check(group.isRoot() || parent(group).grants(item));
            state.exceptions.add(item);
        }
    }

    private static void deny(MemGroup group, String text) {
        State state = group.state(State.class);
        if (isDefault(text)) {
            checkNoChildren(group);
            state.reset(false);
            return;
        }
        Item item = Item.parse(text);
        for (MemGroup each : group.subtree()) {
            State own = each.state(State.class);
            if (own.allowsByDefault) {
                own.exceptions.add(item);
            } else {
                own.exceptions.remove(item);
                if (each != group) {
                    own.exceptions.retain(parent(each)::grants);
                }
            }
        }
    }

    private static State parent(MemGroup group) {
        return group.parent().orElseThrow().state(State.class);
    }

    /** The kernel reads no further than the letter, whatever follows. */
    private static boolean isDefault(String text) {
        return text.startsWith("a");
    }

    private static void checkNoChildren(MemGroup group) {
        if (!group.children().isEmpty()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
    }

    private static void check(boolean permitted) {
        if (!permitted) {
            throw new KernelRefusal(Errno.EPERM);
        }
    }

    /** Whether members may open or make device nodes. */
    static boolean permits(MemGroup group, DeviceRule access) {
        State state = group.state(State.class);
        return access.byKind().stream().map(Item::of).allMatch(state::grants);
    }
}
