package io.cgroups.internal.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.OnClose;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.spi.GroupDir;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever reads the marks of a group while it is being taken over sees somebody. */
class MarksTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Hierarchy cpu =
            kernel.cgroups().layout().hierarchy(Controller.CPU).orElseThrow();
    private final GroupDir dir = new GroupDir(kernel, cpu, cpu.mountPoint().resolve("box"));

    private final Mark dead = mark(1);
    private final Mark other = mark(2);

    private static Mark mark(long pid) {
        return Mark.of(new Owner(pid, pid, "pid:[1]"), Optional.of(OnClose.KILL));
    }

    @Test
    void aMarkThatGivesWayBetweenListingAndReadingShowsTheOneThatTookItsPlace() {
        kernel.createDirectory(dir.path());
        Marks marks = Marks.of(kernel).orElseThrow();
        marks.set(dir, dead);
        Runnable takeOver = () -> assertThat(Claim.on(marks, dir, other, List.of(dead), List.of()))
                .isPresent();

        assertThat(Marks.of(afterListing(takeOver)).orElseThrow().on(dir).marks())
                .containsExactly(other);
    }

    /** A kernel on which something happens once, between the listing of attributes and whatever comes next. */
    private ForwardingKernelFiles afterListing(Runnable once) {
        GroupAttributes attributes = kernel.attributes().orElseThrow();
        return new ForwardingKernelFiles(kernel) {
            @Override
            public Optional<GroupAttributes> attributes() {
                return Optional.of(new GroupAttributes() {
                    private boolean happened;

                    @Override
                    public List<String> names(Path directory) {
                        List<String> names = attributes.names(directory);
                        if (!happened) {
                            happened = true;
                            once.run();
                        }
                        return names;
                    }

                    @Override
                    public Optional<String> read(Path directory, String name) {
                        return attributes.read(directory, name);
                    }

                    @Override
                    public void set(Path directory, String name, String text) {
                        attributes.set(directory, name, text);
                    }

                    @Override
                    public boolean remove(Path directory, String name) {
                        return attributes.remove(directory, name);
                    }
                });
            }
        };
    }
}
