package io.cgroups.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/settings.md says what the drivers do. */
class SettingsPageTest {
    private static final Path PAGE = Repository.root().resolve("docs/settings.md");

    @Test
    void thePageIsThatOfTheDrivers() throws IOException {
        String text = new SettingsPage().text();
        if ("write".equals(System.getProperty("settings.page"))) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("make it anew with -Dsettings.page=write").hasContent(text);
    }
}
