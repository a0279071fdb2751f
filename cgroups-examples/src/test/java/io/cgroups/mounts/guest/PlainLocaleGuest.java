package io.cgroups.mounts.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroups;
import io.cgroups.InvalidNameException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The locale is C, and a mount that does not matter has a name which Java cannot represent in it. */
public class PlainLocaleGuest {
    private final Cgroups cgroups = Cgroups.builder().build();

    @Test
    void aMountThatCannotBeNamedHereDoesNotMatter() {
        assertThatThrownBy(() -> Path.of("/ü")).isInstanceOf(InvalidPathException.class);
        assertThat(cgroups.layout().hierarchies()).isNotEmpty();
    }

    @Test
    void aNameThatCannotBeWrittenHereIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> cgroups.create(Scenario.newName() + "-ü"))
                .isInstanceOfSatisfying(
                        InvalidNameException.class, e -> assertThat(e.hint()).contains("UTF-8"));
    }
}
