package io.cgroups.internal.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.cgroups.Errno;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a program the way {@link ProcessBuilder} does, before anything is started, so that a program that cannot be run is
 * known by an exception and not by what a shell says.
 *
 * @param path the {@code PATH} of this JVM
 */
record ProgramPath(String path) {
    /** What {@code execvp(3)} takes where there is no PATH. */
    static final String DEFAULT = "/bin:/usr/bin";

    /** As many bytes as the kernel looks at for an interpreter. */
    private static final int HEAD = 256;

    static ProgramPath ofThisJvm() {
        // The JDK looks into the current directory, too, where there is no PATH.
        return new ProgramPath(Optional.ofNullable(System.getenv("PATH")).orElse(":" + DEFAULT));
    }

    /**
     * What a shell or env(1) is to be told, so that it executes the file that ProcessBuilder would.
     *
     * @param name the program as it was given
     * @param directory where it will run; relative paths count from there
     * @param childPath the PATH it will have
     * @return its name, or a path where the name would lead elsewhere
     * @throws IOException in the words of ProcessBuilder, if it cannot be run
     */
    String toExecute(String name, @Nullable File directory, String childPath) throws IOException {
        String found = find(name, path, directory);
        if (found.indexOf('=') >= 0) {
            throw cannotRun(name, directory, "env(1) would take the equals sign for that of a variable");
        }
        if (found.startsWith("-")) {
            return "./" + found;
        }
        boolean leadsThere = childPath.equals(path) || found.equals(findOrNothing(name, childPath, directory));
        return leadsThere && !name.startsWith("-") ? name : found;
    }

    private static String findOrNothing(String name, String path, @Nullable File directory) {
        try {
            return find(name, path, directory);
        } catch (IOException e) {
            return "";
        }
    }

    private static String find(String name, String path, @Nullable File directory) throws IOException {
        boolean isPath = name.isEmpty() || name.indexOf('/') >= 0;
        Errno errno = Errno.ENOENT;
        for (String entry : isPath ? List.of("") : List.of(path.split(":", -1))) {
            String candidate = isPath ? name : (entry.isEmpty() ? "." : entry) + "/" + name;
            File file = in(directory, candidate);
            if (name.isEmpty() || !file.exists()) {
                continue;
            }
            if (!file.isFile() || !file.canExecute()) {
                errno = Errno.EACCES;
            } else if (hasInterpreter(file, directory)) {
                return candidate;
            }
        }
        throw cannotRun(name, directory, "error=" + errno.number() + ", " + errno.text());
    }

    private static File in(@Nullable File directory, String path) {
        File file = new File(path);
        return file.isAbsolute() ? file : new File(directory, path);
    }

    /** A script whose interpreter is missing cannot be run; what is no script, or cannot be read, is left to the kernel. */
    private static boolean hasInterpreter(File file, @Nullable File directory) {
        byte[] head;
        try (InputStream in = new FileInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            return true;
        }
        String text = new String(head, ISO_8859_1);
        if (!text.startsWith("#!") || text.indexOf('\n') < 0) {
            return true;
        }
        String interpreter = text.substring(2, text.indexOf('\n')).strip().split("[ \t]", 2)[0];
        return interpreter.isEmpty() || in(directory, interpreter).exists();
    }

    static IOException cannotRun(String name, @Nullable File directory, String why) {
        return new IOException(cannotRun(name, directory) + ": " + why, new IOException(why));
    }

    private static String cannotRun(String name, @Nullable File directory) {
        return "Cannot run program \"" + name + "\""
                + (directory == null ? "" : " (in directory \"" + directory + "\")");
    }
}
