package io.cgroups.internal.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The programs that a start needs besides the one that is started.
 *
 * @param sh a POSIX shell
 * @param passesOn whether the shell leaves an environment as it is, but for what {@link ChildEnvironment} puts right: bash
 *     counts SHLVL while it becomes the program, and that of busybox becomes itself in the place of what it has built in
 * @param env env(1), for environments that do not pass the shell
 * @param sleep sleep(1), which the shell becomes when it must not become the program
 */
record ShimTools(String sh, boolean passesOn, String env, String sleep) {
    private static final List<String> DIRECTORIES =
            List.of("/bin/", "/usr/bin/", "/usr/local/bin/", "/run/current-system/sw/bin/");

    static ShimTools ofThisSystem() throws IOException {
        return withShell(find("sh"));
    }

    static ShimTools withShell(String sh) throws IOException {
        return new ShimTools(sh, Path.of(sh).toRealPath().endsWith("dash"), find("env"), find("sleep"));
    }

    private static String find(String name) throws IOException {
        return DIRECTORIES.stream()
                .map(directory -> directory + name)
                .filter(path -> new File(path).canExecute())
                .findFirst()
                .orElseThrow(() ->
                        new IOException("starting a program in a group needs " + name + " in one of " + DIRECTORIES));
    }
}
