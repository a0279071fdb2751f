package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look at the parts of v2 that are no controller's costs: one file each. */
public abstract class V2SnapshotsContract {
    private static final List<Consumer<Cgroup>> READINGS = List.of(
            box -> box.pressure().cpu(),
            box -> box.pressure().memory(),
            box -> box.pressure().io(),
            box -> box.tree().stats(),
            box -> box.tree().populated());

    private final TestHost host;

    protected V2SnapshotsContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void eachIsOneFileReadOnce() {
        CountedFiles files = new CountedFiles(host.files());
        Cgroups cgroups = Cgroups.builder().kernel(files).unified().build();
        Cgroup box = cgroups.create(host.newName());
        assertThat(READINGS).allSatisfy(reading -> {
            files.forget();
            reading.accept(box);
            assertThat(files.reads()).hasSize(1);
            assertThat(files.looks()).isEmpty();
            assertThat(files.lists()).isEmpty();
        });
    }
}
