package io.cgroups.spi;

import io.cgroups.CgroupNotFoundException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a group, or one below it, has members, in one hierarchy; held open, to be looked at again and again. Not safe for
 * use by several threads.
 */
public abstract class Population implements AutoCloseable {

    private Population() {}

    /**
     * Looks whether nobody is there.
     *
     * @return true when there are no members, and when the group is gone
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public abstract boolean isEmpty();

    /**
     * Waits until that may have changed since the last look; see {@link KernelWatch#awaitChange}.
     *
     * @param limit how long at the most
     * @throws InterruptedException if the calling thread is interrupted, or was before; its status is cleared then
     */
    public abstract void awaitChange(Duration limit) throws InterruptedException;

    /**
     * Whether the kernel tells of changes, so that waiting costs next to nothing.
     *
     * @return false when it has to be asked again and again
     */
    public abstract boolean isTold();

    @Override
    public abstract void close();

    /**
     * Waits until nobody is there. An interrupt does not shorten the wait and is kept.
     *
     * @param deadline when to give up
     * @return false when it passed and somebody still was
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public boolean awaitEmpty(Deadline deadline) {
        return deadline.await(this::isEmpty, left -> {
            awaitChange(left);
            return true;
        });
    }

    /**
     * Asks a file that is about the whole sub-tree, and that the kernel tells of.
     *
     * @param dir the group
     * @param file the control file
     * @param populated judges its text
     * @return what it tells; nobody when the group is gone
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public static Population told(GroupDir dir, String file, Predicate<String> populated) {
        return new Watched(dir, file, true) {
            @Override
            boolean isEmpty(KernelWatch watch) {
                return !populated.test(watch.read());
            }
        };
    }

    /**
     * Asks the lists of members of each group, for hierarchies that tell nothing.
     *
     * @param dir the group
     * @param file the control file that lists them
     * @param members reads those of one group itself
     * @return what they tell; nobody when the group is gone
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public static Population listed(GroupDir dir, String file, Function<GroupDir, Members> members) {
        return new Watched(dir, file, false) {
            // The lists are opened anew: from a file that is held open v1 gives an old one.
            @Override
            boolean isEmpty(KernelWatch watch) {
                for (GroupDir group : Subtree.of(dir)) {
                    if (hasMembers(group, members)) {
                        return false;
                    }
                }
                return true;
            }
        };
    }

    private static boolean hasMembers(GroupDir group, Function<GroupDir, Members> members) {
        try {
            return !members.apply(group).isEmpty();
        } catch (CgroupNotFoundException e) {
            return false;
        }
    }

    /** Of a group that may be gone, from the beginning or later. */
    private abstract static class Watched extends Population {
        private final boolean isTold;
        private final Optional<KernelWatch> watch;

        Watched(GroupDir dir, String file, boolean isTold) {
            this.isTold = isTold;
            this.watch = open(dir, file);
        }

        private static Optional<KernelWatch> open(GroupDir dir, String file) {
            try {
                return Optional.of(dir.files().watch(dir.file(file)));
            } catch (CgroupNotFoundException e) {
                return Optional.empty();
            }
        }

        abstract boolean isEmpty(KernelWatch watch);

        @Override
        public boolean isEmpty() {
            try {
                return watch.map(this::isEmpty).orElse(true);
            } catch (CgroupNotFoundException e) {
                return true;
            }
        }

        @Override
        public void awaitChange(Duration limit) throws InterruptedException {
            if (watch.isPresent()) {
                watch.get().awaitChange(limit);
            }
        }

        @Override
        public boolean isTold() {
            return isTold;
        }

        @Override
        public void close() {
            watch.ifPresent(KernelWatch::close);
        }
    }
}
