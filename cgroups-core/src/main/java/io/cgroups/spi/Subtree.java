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
final class Subtree implements Iterator<GroupDir> {
    private final Deque<GroupDir> next = new ArrayDeque<>();

    private Subtree(GroupDir top) {
        next.push(top);
    }

    static Iterable<GroupDir> of(GroupDir top) {
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
