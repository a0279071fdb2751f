package io.cgroups.internal.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.internal.event.SignalLoop;
import io.cgroups.internal.event.Waits;
import io.cgroups.internal.linux.LinkedPrograms;
import io.cgroups.internal.linux.LinuxPrograms;
import io.cgroups.internal.linux.PolledFile;
import io.cgroups.internal.start.ShimStart;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.spi.GroupEntry;
import io.cgroups.spi.KernelClock;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import io.cgroups.spi.SignalSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The gate to the kernel this JVM runs on. */
public final class LinuxKernelFiles implements KernelFiles {
    private static final Set<? extends OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<? extends OpenOption> WRITE = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final Path proc;
    private final ShimStart shim;
    private final KernelEvents events = new SignalLoop(this::waits, System::nanoTime);
    private final HeldFiles held;

    /**
     * Makes the gate.
     *
     * @param proc where the process file system is mounted
     */
    public LinuxKernelFiles(Path proc) {
        this.proc = proc;
        this.shim = new ShimStart(proc, SystemClock.INSTANCE);
        this.held = new HeldFiles(() -> read(proc.resolve("self/limits")));
    }

    @Override
    public String read(Path file) {
        return use(file, READ, WholeText::readToTheEnd, e -> {
            throw refusal("read", file, Optional.empty(), e);
        });
    }

    @Override
    public Optional<String> find(Path file) {
        return use(file, READ, channel -> Optional.of(WholeText.readToTheEnd(channel)), e -> {
            // No exception is made for what is often the case: that looks at more files, for its hint.
            switch (Errnos.of(e)) {
                case ENOENT, ENODEV -> {
                    return Optional.empty();
                }
                default -> throw refusal("read", file, Optional.empty(), e);
            }
        });
    }

    @Override
    public KernelWatch watch(Path file) {
        Function<IOException, CgroupIoException> refusal = e -> refusal("read", file, Optional.empty(), e);
        OpenFile open = new OpenFile(() -> FileChannel.open(file, READ), refusal);
        return isTold(file) ? new EventFile(file, open, path -> PolledFile.open(path), refusal, clock()) : open;
    }

    /** Without what tells of changes: who holds a file for long reads it when it likes. */
    @Override
    public Optional<KernelWatch> hold(Path file) {
        return held.hold(() ->
                new OpenFile(() -> FileChannel.open(file, READ), e -> refusal("read", file, Optional.empty(), e)));
    }

    /** Files of such names are of v2 only, and the kernel tells whoever waits at one that it has changed. */
    private static boolean isTold(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".events") || name.endsWith(".events.local");
    }

    @Override
    public void write(Path file, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty text for " + file + ": the kernel would not see the write");
        }
        Use<Boolean> write = channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            if (channel.write(bytes) == 0) {
                // The JDK tells of this answer only by a count of none.
                throw new IOException(Errno.EAGAIN.text());
            }
            if (bytes.hasRemaining()) {
                throw new IOException("the kernel took only " + bytes.position() + " of " + bytes.limit() + " bytes");
            }
            return true;
        };
        use(file, WRITE, write, e -> {
            throw refusal("write", file, Optional.of(text), e);
        });
    }

    private interface Use<T> {
        T of(FileChannel channel) throws IOException;
    }

    /**
     * Opens a file, uses and closes it. An interrupt that is pending, or comes during the call, would close the channel: it
     * is held back, and what it cut off is done again, which is harmless because every write to a control file sets a state.
     */
    private static <T> T use(
            Path file, Set<? extends OpenOption> options, Use<T> use, Function<IOException, T> refused) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(file, options)) {
                    return use.of(channel);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                } catch (IOException e) {
                    return refused.apply(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean isWritable(Path path) {
        return Files.isWritable(path);
    }

    @Override
    public List<String> directories(Path directory) {
        return hasDirectories(directory) ? entries(directory, true) : List.of();
    }

    /** A directory of the kernel has two links and one for each directory in it, which saves looking at every file of a group. */
    private static boolean hasDirectories(Path directory) {
        try {
            return !Integer.valueOf(2).equals(Files.getAttribute(directory, "unix:nlink"));
        } catch (IOException e) {
            // To be listed, which tells what is the matter.
            return true;
        }
    }

    @Override
    public List<String> files(Path directory) {
        return entries(directory, false);
    }

    private List<String> entries(Path directory, boolean directories) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) == directories) {
                    names.add(String.valueOf(entry.getFileName()));
                }
            }
        } catch (IOException e) {
            throw refusal("list", directory, Optional.empty(), e);
        } catch (DirectoryIteratorException e) {
            IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
            throw refusal("list", directory, Optional.empty(), cause);
        }
        names.sort(null);
        return names;
    }

    @Override
    public boolean createDirectory(Path directory) {
        try {
            Files.createDirectory(directory);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            throw refusal("create", directory, Optional.empty(), e);
        } catch (IOException e) {
            throw refusal("create", directory, Optional.empty(), e);
        }
    }

    @Override
    public void removeDirectory(Path directory) {
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw refusal("remove", directory, Optional.empty(), e);
        }
    }

    @Override
    public Path resolveLinks(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw refusal("resolve", path, Optional.empty(), e);
        }
    }

    @Override
    public String readLink(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw refusal("read the link", link, Optional.empty(), e);
        }
    }

    @Override
    public Path proc() {
        return proc;
    }

    @Override
    public boolean kill(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return false;
        }
        if (!process.get().destroyForcibly() && process.get().isAlive()) {
            Failure failure = Failure.of("kill", proc.resolve(Long.toString(pid)), Errno.EPERM);
            throw CgroupIoException.of(failure.withHint("the process belongs to another user; needs root"), null);
        }
        return true;
    }

    @Override
    public Process start(ProcessBuilder program, GroupEntry entry) throws IOException {
        return shim.start(program, entry);
    }

    @Override
    public KernelClock clock() {
        return SystemClock.INSTANCE;
    }

    @Override
    public Optional<CgroupPrograms> programs() {
        return Optional.of(new LinkedPrograms(new LinuxPrograms()));
    }

    @Override
    public Optional<GroupAttributes> attributes() {
        return Optional.of(new LinuxAttributes(this));
    }

    @Override
    public Optional<KernelEvents> events() {
        return Optional.of(events);
    }

    private Waits waits(SignalSource first) {
        try {
            return QueueWaits.open(this, first);
        } catch (LinkageError e) {
            return new TimedWaits(this, e);
        }
    }

    private CgroupIoException refusal(String operation, Path path, Optional<String> data, IOException e) {
        return Refusals.refusal(this, operation, path, data, e);
    }
}
