package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.tree.GroupTree;
import io.cgroups.tree.GroupType;
import io.cgroups.unit.Limit;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the v2 hierarchy tells of the groups below one, and how it limits them. */
public abstract class V2TreeContract {
    private final TestHost host;
    private Cgroup box;
    private GroupTree tree;

    protected V2TreeContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.newUnifiedGroup();
        tree = box.tree();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private void assertRefused(Cgroup above, String name, String group, String file) {
        assertThatThrownBy(() -> above.child(name)).isInstanceOfSatisfying(CgroupIoException.class, e -> {
            assertThat(e.errno()).contains(Errno.EAGAIN);
            assertThat(e.operation()).isEqualTo("create");
            assertThat(e.hint()).contains(group + " allows no more groups below it: " + file);
        });
    }

    @Test
    void aNewGroupIsAnEmptyDomainWithoutLimits() {
        assertThat(tree.type()).isEqualTo(GroupType.DOMAIN);
        assertThat(tree.maxDepth()).isEqualTo(Limit.unlimited());
        assertThat(tree.maxDescendants()).isEqualTo(Limit.unlimited());
        assertThat(tree.stats().descendants()).isZero();
        assertThat(tree.stats().dyingDescendants()).isZero();
        assertThat(tree.stats().raw("nr_descendants")).hasValue(0);
        assertThat(tree.stats().raw("nonsense")).isEmpty();
        assertThat(tree.populated()).isFalse();
        assertThat(tree.frozen()).isFalse();
    }

    @Test
    void noMoreGroupsThanTheLimitAndTheRefusalNamesTheGroup() {
        box.child("a").child("b");
        assertThat(tree.maxDescendants(3).maxDescendants()).isEqualTo(Limit.of(3));
        Cgroup last = box.child("c");
        assertRefused(box, "d", box.path().toString(), "cgroup.max.descendants");
        assertRefused(last, "d", box.path().toString(), "cgroup.max.descendants");
        assertThat(tree.stats().descendants()).isEqualTo(3);

        last.delete();
        box.child("d");
        tree.maxDescendants(Limit.unlimited());
        box.child("e");
        assertThat(tree.stats().descendants()).isEqualTo(4);
    }

    @Test
    void noDeeperThanTheLimitAndTheRefusalNamesTheGroup() {
        assertThat(tree.maxDepth(1).maxDepth()).isEqualTo(Limit.of(1));
        Cgroup a = box.child("a");
        assertRefused(a, "b", box.path().toString(), "cgroup.max.depth");
        tree.maxDepth(2);
        a.child("b");
        a.tree().maxDepth(0);
        assertRefused(a, "c", "a", "cgroup.max.depth");
    }

    @Test
    void aLimitBelowWhatIsThereIsAcceptedAndEndsTheGrowth() {
        box.child("a");
        box.child("b");
        tree.maxDescendants(0).maxDepth(0);
        assertThat(box.children()).hasSize(2);
        assertRefused(box, "c", box.path().toString(), "cgroup.max.descendants");
    }

    @Test
    void limitsHaveARange() {
        assertThatThrownBy(() -> tree.maxDepth(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Limit.unlimited()");
        assertThatThrownBy(() -> tree.maxDescendants(Integer.MAX_VALUE)).isInstanceOf(InvalidValueException.class);
        assertThat(tree.maxDepth(GroupTree.LARGEST_LIMIT).maxDepth()).isEqualTo(Limit.of(GroupTree.LARGEST_LIMIT));
        assertThat(tree.maxDescendants()).isEqualTo(Limit.unlimited());
    }

    @Test
    void aMemberBelowPopulatesTheGroup() {
        Cgroup inner = box.child("inner").attach(host.startProcess());
        assertThat(tree.populated()).isTrue();
        inner.kill();
        assertThat(host.files().clock().await(() -> !tree.populated(), Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void groupsOfSingleThreadsAreAKindOfTheirOwn() {
        Cgroup threads = box.threadedChild("threads");
        assertThat(threads.tree().type()).isEqualTo(GroupType.THREADED);
        assertThat(tree.type()).isEqualTo(GroupType.DOMAIN_THREADED);

        host.files().createDirectory(host.unifiedDir(box).resolve("plain"));
        Cgroup plain = box.children().stream()
                .filter(child -> child.path().toString().endsWith("/plain"))
                .findFirst()
                .orElseThrow();
        assertThat(plain.tree().type()).isEqualTo(GroupType.DOMAIN_INVALID);
    }

    @Test
    void theRootHasLimitsButNoKindAndNoEvents() {
        GroupTree root = host.unifiedRoot().tree();
        assertThat(root.maxDepth().isUnlimited()).isTrue();
        assertThat(root.stats().descendants()).isPositive();
        assertThatThrownBy(root::type).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(root::populated)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("below the root");
        assertThatThrownBy(root::frozen).isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void aGroupThatIsGoneIsReportedAsGone() {
        box.delete();
        assertThatThrownBy(tree::type).isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(tree::stats).isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(() -> tree.maxDepth(1)).isInstanceOf(CgroupNotFoundException.class);
    }
}
