package io.cgroups.internal.fs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.spi.KernelFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Extended attributes by way of the JDK, which opens the directory for each call.
 *
 * @param files the gate this belongs to
 */
record LinuxAttributes(KernelFiles files) implements GroupAttributes {
    /** More than anything this library writes; the kernel says ERANGE for longer texts. */
    private static final int MOST_BYTES = 4096;

    private interface Use<T> {
        T of(UserDefinedFileAttributeView view) throws IOException;
    }

    @Override
    public List<String> names(Path directory) {
        return use(
                "list the attributes of",
                directory,
                Optional.empty(),
                view -> view.list().stream().sorted().toList());
    }

    @Override
    public Optional<String> read(Path directory, String name) {
        return ifPresent(() -> use("read attribute " + name + " of", directory, Optional.empty(), view -> {
            ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
            int length = view.read(name, bytes);
            return new String(bytes.array(), 0, length, UTF_8);
        }));
    }

    @Override
    public void set(Path directory, String name, String text) {
        use(
                "set attribute " + name + " of",
                directory,
                Optional.of(text),
                view -> view.write(name, ByteBuffer.wrap(text.getBytes(UTF_8))));
    }

    @Override
    public boolean remove(Path directory, String name) {
        return ifPresent(() -> use("remove attribute " + name + " of", directory, Optional.empty(), view -> {
                    view.delete(name);
                    return true;
                }))
                .isPresent();
    }

    private interface Call<T> {
        T get();
    }

    private static <T> Optional<T> ifPresent(Call<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CgroupIoException e) {
            if (e.errno().filter(Errno.ENODATA::equals).isPresent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T use(String operation, Path directory, Optional<String> data, Use<T> use) {
        UserDefinedFileAttributeView view = view(directory);
        if (view == null) {
            throw refusal(
                    new Failure(operation, Optional.of(directory), data, Optional.of(Errno.EOPNOTSUPP), ""), null);
        }
        try {
            return use.of(view);
        } catch (IOException e) {
            throw refusal(new Failure(operation, Optional.of(directory), data, Optional.of(Errnos.of(e)), ""), e);
        }
    }

    private static @Nullable UserDefinedFileAttributeView view(Path directory) {
        return Files.getFileAttributeView(directory, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private CgroupIoException refusal(Failure failure, @Nullable IOException cause) {
        return Refusals.refusal(files, failure, cause);
    }
}
