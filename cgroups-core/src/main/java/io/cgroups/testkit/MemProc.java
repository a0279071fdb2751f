package io.cgroups.testkit;

import io.cgroups.Errno;
import java.nio.file.Path;
import java.util.List;

/** The files of /proc that the library reads. */
record MemProc(List<MemHierarchy> hierarchies, MemProcesses processes) {

    String read(Path file) {
        String owner = file.getName(0).toString();
        String name = String.valueOf(file.getFileName());
        if (name.equals("mountinfo")) {
            return mountinfo();
        }
        long id = owner.equals("self") || owner.equals("thread-self") ? 0 : KernelText.number(owner);
        return switch (name) {
            case "cgroup" -> cgroup(processes.thread(id));
            case "status" -> "Tgid:\t" + processes.thread(id).pid() + "\n";
            default -> throw new KernelRefusal(Errno.ENOENT);
        };
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
