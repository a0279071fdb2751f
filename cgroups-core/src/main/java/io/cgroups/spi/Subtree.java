package io.cgroups.spi;

import io.cgroups.CgroupNotFoundException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A group and all below it, each before those below it, found while they are gone through: a deep tree needs no deep stack.
 * What is gone by then has none below it.
 */
public final class Subtree implements Iterator<GroupDir> {
    private final Deque<GroupDir> next = new ArrayDeque<>();

    private Subtree(GroupDir top) {
        next.push(top);
    }

    /**
     * Goes through a group and all below it.
     *
     * @param top the group, which may be gone
     * @return each group, the first of them the given one; can be gone through again and again
     */
    public static Iterable<GroupDir> of(GroupDir top) {
        return () -> new Subtree(top);
    }

    @Override
    public boolean hasNext() {
        return !next.isEmpty();
    }

    @Override
    public GroupDir next() {
        if (next.isEmpty()) {
            throw new NoSuchElementException();
        }
        GroupDir dir = next.pop();
        children(dir).forEach(next::push);
        return dir;
    }

    private static List<GroupDir> children(GroupDir dir) {
        try {
            return dir.children();
        } catch (CgroupNotFoundException e) {
            return List.of();
        }
    }
}
