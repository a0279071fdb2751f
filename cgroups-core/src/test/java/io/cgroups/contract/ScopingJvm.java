package io.cgroups.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A JVM of its own that makes scoped groups, says so, and never closes them. */
public final class ScopingJvm implements AutoCloseable {
    /** How many groups a JVM makes that is to be killed meanwhile. */
    static final int MANY = 200;

    /** Several threads, so that at any moment some group is just being made. */
    private static final int THREADS = 3;

    private final Process process;
    private final BufferedReader output;

    private ScopingJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts one that makes groups of a name with a number. */
    static ScopingJvm start(CgroupPath base, String name, int groups) throws IOException {
        return new ScopingJvm(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScopingJvm.class.getName(),
                        "/" + base,
                        name,
                        Integer.toString(groups))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The process. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits until it has made so many groups. */
    void awaitGroups(int count) throws IOException {
        for (int made = 0; made < count; made++) {
            if (output.readLine() == null) {
                throw new IOException("it ended after " + made + " groups");
            }
        }
    }

    /** Sends SIGKILL, and waits for the end. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        output.close();
    }

    /** Runs in that JVM. */
    public static void main(String[] arguments) throws Exception {
        Cgroups cgroups = Cgroups.builder().base(arguments[0]).build();
        String name = arguments[1];
        int groups = Integer.parseInt(arguments[2]);
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int number = next.getAndIncrement(); number < groups; number = next.getAndIncrement()) {
                    make(cgroups, name + "-" + number, number);
                    System.out.println(number);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Thread.sleep(600_000);
    }

    /** Some are empty, some have a group below or above, and some have processes in one or both. */
    private static void make(Cgroups cgroups, String name, int number) {
        switch (number % 16) {
            case 0 -> start(cgroups.scoped(name, OnClose.FAIL_IF_BUSY), false);
            case 1 -> start(cgroups.scoped(name, OnClose.MOVE_TO_PARENT), false);
            case 2 -> start(cgroups.scoped(name + "/below", OnClose.KILL), false);
            case 3 -> cgroups.scoped(name, OnClose.KILL).group().child("inner");
            case 4 -> start(cgroups.scoped(name, OnClose.KILL), true);
            default -> start(cgroups.scoped(name, OnClose.KILL), false);
        }
    }

    private static void start(ScopedCgroup scope, boolean withProcesses) {
        if (!scope.isMarked()) {
            throw new IllegalStateException(scope.group() + " is not marked");
        }
        if (withProcesses) {
            startIn(scope.group());
            startIn(scope.group().child("inner"));
        }
    }

    /** A process that outlives this JVM once it is in the group, and ends with it before. */
    private static void startIn(Cgroup group) {
        try {
            Process process = new ProcessBuilder("sh", "-c", "read go && exec sleep 600").start();
            group.attach(process.pid());
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
