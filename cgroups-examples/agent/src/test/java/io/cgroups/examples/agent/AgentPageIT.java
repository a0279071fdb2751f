package io.cgroups.examples.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import io.cgroups.contract.OnHost;
import io.cgroups.cpu.CpuQuota;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser, with groups of this kernel and a program that is really throttled. */
@OnHost
class AgentPageIT {
    private static final String ODD_NAME = "<b>odd & \"quoted\"";

    @AutoClose
    private static Browser browser;

    @AutoClose
    private static Agent agent;

    @AutoClose
    private static ScopedCgroup scope;

    private static Cgroup busy;

    @BeforeAll
    static void throttleAProgram() throws IOException {
        browser = new Browser();
        String name = "agent-page-" + ProcessHandle.current().pid();
        scope = Cgroups.system().scoped(name, OnClose.KILL, Controller.CPU, Controller.CPUACCT, Controller.MEMORY);
        busy = scope.group().child("busy").cpuMax(0.1);
        scope.group().child(ODD_NAME);
        scope.group().child("calm").child("below");
        busy.command("sh", "-c", "while :; do :; done").start();
        agent = new Agent(Cgroups.builder().base("/" + name).unified().build(), 100, 0, true);
    }

    @BeforeEach
    void throttled() {
        busy.cpuMax(0.1);
        laptop();
    }

    @AfterEach
    void thePageHasNoErrors() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static void laptop() {
        // The token stays in the tab.
        browser.open(agent.address(), 1280, 800, false);
        browser.open(agent.address().resolve("#busy"), 1280, 800, false);
        browser.await("the busy group is selected", () -> selected().equals("busy"));
    }

    private static String selected() {
        return String.join("|", paths("[role=treeitem][aria-selected=true]"));
    }

    private static List<String> paths(String selector) {
        return browser.findAll(selector).stream()
                .map(row -> row.getDomAttribute("data-path"))
                .toList();
    }

    private static WebElement row(String path) {
        return browser.find("[data-path='" + path + "']");
    }

    @Test
    void theTreeShowsTheGroupsWithTheirFiguresAndNamesAreNeverMarkup() {
        assertThat(paths("[role=treeitem]")).containsExactly("/", ODD_NAME, "busy", "calm", "calm/below");
        assertThat(browser.findAll(".label").get(1).getText()).isEqualTo(ODD_NAME);
        assertThat(row("calm/below").getDomAttribute("aria-level")).isEqualTo("3");
        browser.await("busy is throttled", () -> row("busy").getText().contains("▲"));
        assertThat(row("calm").getText()).doesNotContain("▲");
        assertThat(row("busy").getText()).matches("(?s).*\\d %.*\\d [KM]iB.*");
    }

    @Test
    void whatIsThrottledMostIsShownFirst() {
        browser.await("busy is throttled", () -> row("busy").getText().contains("▲"));
        browser.open(agent.address(), 1280, 800, false);
        browser.await("the busy group is selected", () -> selected().equals("busy"));
    }

    @Test
    void theKeyboardMovesTheSelectionFoldsAndUnfolds() {
        row("busy").click();
        press(Keys.ARROW_DOWN);
        assertThat(selected()).isEqualTo("calm");
        assertThat(browser.find("#detail-title").getText()).isEqualTo("calm");
        assertThat(browser.focused().getCssValue("outline-style")).isEqualTo("solid");

        press(Keys.ARROW_LEFT);
        assertThat(paths("[role=treeitem]")).doesNotContain("calm/below");
        assertThat(row("calm").getDomAttribute("aria-expanded")).isEqualTo("false");
        press(Keys.ARROW_RIGHT);
        press(Keys.ARROW_RIGHT);
        assertThat(selected()).isEqualTo("calm/below");
        press(Keys.ARROW_LEFT);
        assertThat(selected()).isEqualTo("calm");
        press(Keys.HOME);
        assertThat(selected()).isEqualTo("/");
        press(Keys.END);
        assertThat(selected()).isEqualTo("calm/below");
    }

    private static void press(Keys key) {
        browser.focused().sendKeys(key);
    }

    @Test
    void theChartMarksThrottledPeriods() {
        browser.await("two seconds are marked", () -> marks() >= 2);
        assertThat(browser.find("#cpu-summary").getText()).matches("▲ Throttled in \\d+ of the last \\d+ seconds.*");
        assertThat(colouredPixels("--throttled")).isPositive();
        // The line of the quota, and that of the CPU share.
        assertThat(colouredPixels("--limit")).isPositive();
        assertThat(colouredPixels("--cpu")).isPositive();
    }

    private static int marks() {
        String marks = browser.find("#cpu-chart").getDomAttribute("data-marks");
        return marks == null ? 0 : Integer.parseInt(marks);
    }

    /** How many pixels of the chart have just this colour of the page. */
    private static long colouredPixels(String colour) {
        return (long) browser.script("""
                const canvas = document.querySelector('#cpu-chart canvas');
                const text = getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim();
                const wanted = [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16));
                const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                let count = 0;
                for (let at = 0; at < data.length; at += 4) {
                  if (data[at + 3] === 255 && wanted.every((part, index) => data[at + index] === part)) count++;
                }
                return count;
                """, colour);
    }

    @Test
    void theQuotaIsChangedFromThePageAndTheThrottlingEnds() {
        browser.await("busy is throttled", () -> row("busy").getText().contains("▲"));
        WebElement cpus = browser.find("#cpus");
        cpus.clear();
        cpus.sendKeys("2" + Keys.ENTER);
        browser.await("the answer", () -> browser.find("#answer").getText().contains("200000/100000 us"));
        assertThat(busy.cpu().quota()).isEqualTo(CpuQuota.ofMicros(200_000));
        browser.await("busy runs", () -> !row("busy").getText().contains("▲"));

        browser.find("#unlimited").click();
        browser.await("no quota", () -> busy.cpu().quota().isUnlimited());
        cpus.clear();
        cpus.sendKeys("0.001" + Keys.ENTER);
        assertThat(browser.findAll("#cpus:invalid")).hasSize(1);
        assertThat(busy.cpu().quota().isUnlimited()).isTrue();
    }

    @Test
    void groupsThatComeAndGoAreFollowed() {
        Cgroup late = scope.group().child("late");
        browser.await("it comes", () -> paths("[role=treeitem]").contains("late"));
        row("late").click();
        late.delete();
        browser.await("it goes", () -> !paths("[role=treeitem]").contains("late"));
        browser.await(
                "another one is selected",
                () -> List.of("/", ODD_NAME, "busy", "calm", "calm/below").contains(selected()));
    }

    @Test
    void onAPhoneNothingScrollsSideways() throws IOException {
        for (boolean dark : List.of(false, true)) {
            browser.open(agent.address().resolve("#busy"), 390, 844, dark);
            browser.await("busy is selected", () -> selected().equals("busy") && marks() >= 1);
            assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(row("busy").isDisplayed()).isTrue();
            browser.screenshot("phone-" + (dark ? "dark" : "light"));
        }
    }

    @Test
    void onALaptopTreeAndChartAreSideBySide() throws IOException {
        for (boolean dark : List.of(false, true)) {
            browser.open(agent.address().resolve("#busy"), 1280, 800, dark);
            browser.await("busy is selected", () -> selected().equals("busy") && marks() >= 1);
            assertThat((long) browser.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(1280);
            assertThat(browser.find("#cpu-chart").getLocation().getX()).isGreaterThan(500);
            browser.screenshot("laptop-" + (dark ? "dark" : "light"));
        }
    }

    @Test
    void withoutLeaveToChangeThePageDoesNotOfferIt() throws IOException {
        try (Agent other =
                new Agent(Cgroups.builder().base("/" + scope.group().path()).build(), 100, 0, false)) {
            browser.open(other.address(), 1280, 800, false);
            browser.await("it shows a group", () -> !selected().isEmpty());
            assertThat(browser.find("#quota").isDisplayed()).isFalse();
            assertThat(browser.find("#no-token").isDisplayed()).isFalse();
            // It would note an error when it asks an agent that is gone.
            browser.leave();
        }
    }

    @Test
    void whoDoesNotKnowTheTokenIsToldWhereItIs() {
        assertThat(browser.find("#quota").isDisplayed()).isTrue();
        assertThat((String) browser.script("return location.href")).doesNotContain("token");
        browser.script("sessionStorage.clear()");
        browser.open(agent.address().resolve("#busy"), 1280, 800, false);
        browser.await("busy is selected", () -> selected().equals("busy"));
        assertThat(browser.find("#quota").isDisplayed()).isFalse();
        assertThat(browser.find("#no-token").isDisplayed()).isTrue();
    }
}
