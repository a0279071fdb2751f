package io.cgroups.testkit;

import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The files of /proc that the library reads. */
record MemProc(List<MemHierarchy> hierarchies, MemProcesses processes) {

    String read(Path file) {
        String owner = file.getName(0).toString();
        String name = String.valueOf(file.getFileName());
        if (name.equals("mountinfo")) {
            return mountinfo();
        }
        if (owner.equals("1") && name.equals("stat")) {
            return "1 (init) S" + " 0".repeat(16) + " 1 0 1" + " 0".repeat(30) + "\n";
        }
        MemThread thread = file.getNameCount() > 3
                ? processes.thread(KernelText.number(file.getName(2).toString()))
                : processes.known(id(owner));
        return switch (name) {
            case "cgroup" -> cgroup(thread);
            case "stat" -> stat(thread);
            case "status" -> "Tgid:\t" + thread.pid() + "\n";
            default -> throw new KernelRefusal(Errno.ENOENT);
        };
    }

    private static long id(String owner) {
        return owner.equals("self") || owner.equals("thread-self") ? 0 : KernelText.number(owner);
    }

    /** The processes, and the threads of one. */
    List<String> directories(Path directory) {
        Set<Long> ids = directory.endsWith("task")
                ? processes.threadsOf(id(directory.getName(0).toString()))
                : processes.pids();
        return ids.stream().map(String::valueOf).sorted().toList();
    }

    /** What the links in /proc/self/ns say: everybody is in the first name space of each kind. */
    static String readLink(Path link) {
        return switch (link.toString().replace('\\', '/')) {
            case "self/ns/pid" -> "pid:[4026531836]";
            case "self/ns/time" -> "time:[4026531834]";
            default -> throw new KernelRefusal(Errno.ENOENT);
        };
    }

    /** The fields that the library does not read are 0. */
    private String stat(MemThread thread) {
        int threads = processes.process(thread.pid()).size();
        return thread.tid() + " (java) S " + processes.parentOf(thread.pid()) + " 0".repeat(15) + " " + threads + " 0 "
                + thread.start() + " 0".repeat(30) + "\n";
    }

    private String mountinfo() {
        StringBuilder text = new StringBuilder();
        int id = 30;
        for (MemHierarchy hierarchy : hierarchies) {
            String mount = hierarchy.mountPoint().toString().replace('\\', '/');
            text.append(id++)
                    .append(" 25 0:")
                    .append(id)
                    .append(" / ")
                    .append(mount)
                    .append(" rw,relatime - ")
                    .append(hierarchy.core().mountTail(hierarchy))
                    .append('\n');
        }
        return text.toString();
    }

    private String cgroup(MemThread thread) {
        StringBuilder text = new StringBuilder();
        int id = hierarchies.size();
        for (MemHierarchy hierarchy : hierarchies) {
            text.append(hierarchy.core().membershipHead(hierarchy, id--))
                    .append(':')
                    .append(hierarchy.pathOf(thread.groupIn(hierarchy)))
                    .append('\n');
        }
        return text.toString();
    }
}
