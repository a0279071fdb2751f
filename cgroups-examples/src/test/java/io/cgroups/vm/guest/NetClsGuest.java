package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.Shell;
import io.cgroups.net.ClassId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A queueing discipline of two classes on {@code dummy0}, which swallows everything, and their counters: on v1 the cgroup
 * classifier sorts the packets by the class of the group, on v2 the discipline does by itself.
 */
public class NetClsGuest {
    private static final ClassId FIRST = ClassId.parse("10:1");
    private static final ClassId SECOND = ClassId.parse("10:2");
    private static final ClassId OTHERS = ClassId.parse("10:99");
    private static final List<ClassId> CLASSES = List.of(FIRST, SECOND, OTHERS);

    /** Three packets to a neighbour of {@code dummy0}, who does not answer. */
    private static final String SEND = "ping -c 3 -i 0.1 -W 1 192.0.2.2 > /dev/null 2>&1; true";

    private final LinuxHost host = new LinuxHost();
    private Cgroup box;

    @BeforeEach
    void makeGroup() throws IOException {
        host.assumeHas(Controller.NET_CLS);
        command("tc qdisc add dev dummy0 root handle 10: htb default 99");
        for (ClassId each : CLASSES) {
            command("tc class add dev dummy0 parent 10: classid " + each + " htb rate 100mbit");
        }
        if (host.cgroups().layout().hierarchy(Controller.NET_CLS).orElseThrow().version() == Hierarchy.Version.V1) {
            command("tc filter add dev dummy0 parent 10: protocol all prio 1 handle 1: cgroup");
        }
        box = host.cgroups().create(host.newName(), Controller.NET_CLS);
    }

    @AfterEach
    void cleanUp() throws IOException {
        host.cleanUp();
        command("tc qdisc del dev dummy0 root");
    }

    private static String command(String line) throws IOException {
        Process process =
                new ProcessBuilder(line.split(" ")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(line + "\n" + said).isZero();
        return said;
    }

    /** How many packets a class has sent. */
    private static long packets(ClassId classId) throws IOException {
        Matcher matcher = Pattern.compile("class htb " + classId + " .*?(\\d+) pkt", Pattern.DOTALL)
                .matcher(command("tc -s class show dev dummy0"));
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static void assertSends(Cgroup group, ClassId expected) throws IOException {
        long[] before = {packets(FIRST), packets(SECOND), packets(OTHERS)};
        Shell.run(group, SEND);
        for (int i = 0; i < CLASSES.size(); i++) {
            long sent = packets(CLASSES.get(i)) - before[i];
            if (CLASSES.get(i).equals(expected)) {
                assertThat(sent).as("packets of %s", expected).isGreaterThanOrEqualTo(3);
            } else if (!CLASSES.get(i).equals(OTHERS)) {
                // The kernel itself may send there what is nobody's.
                assertThat(sent).as("packets of %s", CLASSES.get(i)).isZero();
            }
        }
    }

    @Test
    void packetsOfMembersLandInTheClassOfTheirGroup() throws IOException {
        assertSends(box, OTHERS);
        box.netCls().classId(FIRST);
        assertSends(box, FIRST);
        box.netCls().classId(SECOND);
        assertSends(box, SECOND);
        box.netCls().classId(ClassId.NONE);
        assertSends(box, OTHERS);
    }

    @Test
    void theClassOfTheGroupItselfCountsNotThatOfTheOneAbove() throws IOException {
        box.netCls().classId(FIRST);
        Cgroup inner = box.child("inner");
        assertSends(inner, FIRST);
        inner.netCls().classId(SECOND);
        assertSends(inner, SECOND);
        assertSends(box, FIRST);
        inner.netCls().classId(ClassId.NONE);
        assertSends(inner, OTHERS);
    }
}
