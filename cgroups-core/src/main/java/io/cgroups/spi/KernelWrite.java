package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One text for one control file, or another change of a group that is no text: a step of a plan that has not been carried
 * out.
 *
 * <p>A step knows how to be undone, in case a later step of the same plan is refused, and may know better than the gate
 * what a refusal means. Immutable.
 */
public final class KernelWrite {

    private final GroupDir dir;
    private final String file;
    private final String text;
    /** Carries the step out where it is no write of a text. */
    private final Optional<Runnable> action;

    private final Supplier<List<KernelWrite>> inverse;
    private final UnaryOperator<CgroupIoException> explanation;
    private final Optional<Supplier<Optional<String>>> objection;

    private KernelWrite(
            GroupDir dir,
            String file,
            String text,
            Optional<Runnable> action,
            Supplier<List<KernelWrite>> inverse,
            UnaryOperator<CgroupIoException> explanation,
            Optional<Supplier<Optional<String>>> objection) {
        this.dir = Objects.requireNonNull(dir, "dir");
        this.file = Objects.requireNonNull(file, "file");
        this.text = Objects.requireNonNull(text, "text");
        this.action = action;
        this.inverse = inverse;
        this.explanation = explanation;
        this.objection = objection;
    }

    /**
     * A step that is undone by giving the file the text it had before.
     *
     * @param dir the group
     * @param file the control file
     * @param text what to write
     * @return the step
     */
    public static KernelWrite of(GroupDir dir, String file, String text) {
        return new KernelWrite(
                dir,
                file,
                text,
                Optional.empty(),
                () -> previousText(dir, file),
                UnaryOperator.identity(),
                Optional.empty());
    }

    /**
     * A step that is no write to a control file.
     *
     * @param dir the group
     * @param what what is changed, in the kernel's words, for example {@code cgroup_device}
     * @param text what it becomes, for people to read
     * @param action carries it out, and throws {@link CgroupIoException} if the kernel refuses
     * @param inverse finds out what would take it back, before it is carried out
     * @return the step
     */
    public static KernelWrite by(
            GroupDir dir, String what, String text, Runnable action, Supplier<List<KernelWrite>> inverse) {
        return new KernelWrite(
                dir, what, text, Optional.of(action), inverse, UnaryOperator.identity(), Optional.empty());
    }

    /**
     * The same step, undone by other writes; for files that do not read as they are written.
     *
     * @param steps what takes it back, in order; none for a step that cannot be or need not be taken back
     * @return a copy of this step
     */
    public KernelWrite undoneBy(List<KernelWrite> steps) {
        List<KernelWrite> copy = List.copyOf(steps);
        return new KernelWrite(dir, file, text, action, () -> copy, explanation, objection);
    }

    /**
     * The same step, with more to say about a refusal.
     *
     * @param hint turns the refusal into a hint, or into nothing when it has nothing to add; it may read files
     * @return a copy of this step
     */
    public KernelWrite explainedBy(Function<CgroupIoException, Optional<String>> hint) {
        return refusedAs(refusal -> hint.apply(refusal).map(refusal::withHint).orElse(refusal));
    }

    /**
     * The same step, with another exception for a refusal.
     *
     * @param explanation turns the refusal into the exception to throw, such as {@link CgroupIoException#asRejected};
     *     it may read files
     * @return a copy of this step
     */
    public KernelWrite refusedAs(UnaryOperator<CgroupIoException> explanation) {
        return new KernelWrite(dir, file, text, action, inverse, explanation, objection);
    }

    /**
     * The same step with a look at what came of it, for files that take a text without doing what it says. What is found
     * wanting is taken back, and is a {@link io.cgroups.ValueRejectedException}.
     *
     * @param complaint reads files, after the step; gives a hint when the kernel has not done it, else nothing
     * @return a copy of this step
     */
    public KernelWrite unlessObjected(Supplier<Optional<String>> complaint) {
        return new KernelWrite(dir, file, text, action, inverse, explanation, Optional.of(complaint));
    }

    /**
     * Carries the step out.
     *
     * @throws CgroupIoException if the kernel refuses, with this step's explanation as the hint, or has not done it
     */
    public void execute() {
        List<KernelWrite> back = objection.isPresent() ? inverse() : List.of();
        try {
            action.orElse(() -> dir.write(file, text)).run();
        } catch (CgroupIoException e) {
            throw explanation.apply(e);
        }
        objection.flatMap(Supplier::get).ifPresent(hint -> {
            throw takenBack(back, hint);
        });
    }

    private CgroupIoException takenBack(List<KernelWrite> back, String hint) {
        Failure failure = Failure.of("write", hint).at(path()).withData(text);
        CgroupIoException refusal = CgroupIoException.rejected(failure, null);
        for (KernelWrite write : back) {
            try {
                write.execute();
            } catch (CgroupIoException e) {
                refusal.addSuppressed(e);
            }
        }
        return refusal;
    }

    /**
     * What would take the step back, found out before it is carried out.
     *
     * @return writes, in order
     * @throws CgroupIoException if the present text cannot be read
     */
    public List<KernelWrite> inverse() {
        return inverse.get();
    }

    private static List<KernelWrite> previousText(GroupDir dir, String file) {
        String previous = dir.read(file);
        // No text is ever empty for the kernel: an empty list, such as that of a new cpuset, is written as a line feed.
        return List.of(of(dir, file, previous.isEmpty() ? "\n" : previous));
    }

    /**
     * The group's directory.
     *
     * @return the directory
     */
    public GroupDir dir() {
        return dir;
    }

    /**
     * The name of the control file, as on a normal mount, or of what is changed instead of a file.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * The control file, or the group when something else of it is changed.
     *
     * @return its path
     */
    public Path path() {
        return action.isPresent() ? dir.path() : dir.file(file);
    }

    /**
     * What is written, or what is changed instead becomes.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /** Two steps are equal when they write the same text to the same file, or change the same to the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KernelWrite write
                && path().equals(write.path())
                && file.equals(write.file)
                && text.equals(write.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path(), text);
    }

    /**
     * Returns the step as a shell would do it, for example {@code echo 20000 > /sys/fs/cgroup/cpu/box/cpu.cfs_quota_us};
     * one that is no write to a file for example as {@code set cgroup_device of /sys/fs/cgroup/box: deny all}.
     */
    @Override
    public String toString() {
        if (action.isPresent()) {
            return "set " + file + " of " + dir.path() + ": " + text;
        }
        return "echo " + text + " > " + path();
    }
}
