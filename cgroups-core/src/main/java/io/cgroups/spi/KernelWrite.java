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
 * One text for one control file: a step of a plan that has not been carried out.
 *
 * <p>A step knows how to be undone, in case a later step of the same plan is refused, and may know better than the gate
 * what a refusal means. Immutable.
 */
public final class KernelWrite {

    /** How a step is taken back. */
    private sealed interface Undo {
        record PreviousText() implements Undo {}

        record Steps(List<KernelWrite> steps) implements Undo {}
    }

    private final GroupDir dir;
    private final String file;
    private final String text;
    private final Undo undo;
    private final UnaryOperator<CgroupIoException> explanation;
    private final Optional<Supplier<Optional<String>>> objection;

    private KernelWrite(
            GroupDir dir,
            String file,
            String text,
            Undo undo,
            UnaryOperator<CgroupIoException> explanation,
            Optional<Supplier<Optional<String>>> objection) {
        this.dir = Objects.requireNonNull(dir, "dir");
        this.file = Objects.requireNonNull(file, "file");
        this.text = Objects.requireNonNull(text, "text");
        this.undo = undo;
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
        return new KernelWrite(dir, file, text, new Undo.PreviousText(), UnaryOperator.identity(), Optional.empty());
    }

    /**
     * The same step, undone by other writes; for files that do not read as they are written.
     *
     * @param steps what takes it back, in order; none for a step that cannot be or need not be taken back
     * @return a copy of this step
     */
    public KernelWrite undoneBy(List<KernelWrite> steps) {
        return new KernelWrite(dir, file, text, new Undo.Steps(List.copyOf(steps)), explanation, objection);
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
        return new KernelWrite(dir, file, text, undo, explanation, objection);
    }

    /**
     * The same step with a look at what came of it, for files that take a text without doing what it says. What is found
     * wanting is taken back, and is a {@link io.cgroups.ValueRejectedException}.
     *
     * @param complaint reads files, after the step; gives a hint when the kernel has not done it, else nothing
     * @return a copy of this step
     */
    public KernelWrite unlessObjected(Supplier<Optional<String>> complaint) {
        return new KernelWrite(dir, file, text, undo, explanation, Optional.of(complaint));
    }

    /**
     * Carries the step out.
     *
     * @throws CgroupIoException if the kernel refuses, with this step's explanation as the hint, or has not done it
     */
    public void execute() {
        List<KernelWrite> back = objection.isPresent() ? inverse() : List.of();
        try {
            dir.write(file, text);
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
        if (undo instanceof Undo.Steps other) {
            return other.steps();
        }
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
     * The name of the control file, as on a normal mount.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * The control file.
     *
     * @return its path
     */
    public Path path() {
        return dir.file(file);
    }

    /**
     * What is written.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /** Two steps are equal when they write the same text to the same file. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KernelWrite write && path().equals(write.path()) && text.equals(write.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path(), text);
    }

    /** Returns the step as a shell would do it, for example {@code echo 20000 > /sys/fs/cgroup/cpu/box/cpu.cfs_quota_us}. */
    @Override
    public String toString() {
        return "echo " + text + " > " + path();
    }
}
