package dev.rehearsal.search.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.rehearsal.sample.Chromium;
import dev.rehearsal.sample.RunningDemo;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From any screen to anything, without the mouse, in a real browser. */
class SearchJourneyTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Chromium chromium;
    private static RunningDemo demo;

    @BeforeAll
    static void start() {
        Chromium.requireFrontEnd();
        chromium = Chromium.startOrSkip();
        demo = RunningDemo.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void a_rule_is_reached_from_the_list_of_changes() {
        Page page = open("/changes", 1400, ColorScheme.LIGHT);

        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("#204");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/rules\\?rule=204"));
        assertThat(field(page)).isHidden();
    }

    @Test
    void nothing_is_lost_that_is_typed_before_the_dialog_is_there() {
        Page page = open("/people", 1400, ColorScheme.LIGHT);

        page.keyboard().press("Control+k");
        page.keyboard().type("heron-watershed-140");

        assertThat(field(page)).hasValue("heron-watershed-140");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("heron-watershed-140");
    }

    @Test
    void the_arrows_choose_among_kinds_and_escape_gives_up() {
        Page page = open("/rules", 1400, ColorScheme.LIGHT);
        page.keyboard().press("Meta+k");
        assertThat(field(page)).isFocused();
        page.keyboard().type("heron-150.0-build2");
        Locator options = page.getByRole(AriaRole.OPTION);
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        Locator release = options.filter(new Locator.FilterOptions()
                .setHas(page.getByText("Heron-150.0-build2", new Page.GetByTextOptions().setExact(true))));

        while (!"true".equals(release.first().getAttribute("aria-selected"))) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/releases/Heron-150.0-build2"));

        page.keyboard().press("Control+k");
        assertThat(field(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(field(page)).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"1400, LIGHT", "1400, DARK", "700, LIGHT"})
    void the_button_opens_it_and_it_has_no_accessibility_fault(int width, ColorScheme scheme) {
        Page page = open("/emergency", width, scheme);
        page.locator(".header-action:visible").click();
        assertThat(field(page)).isFocused();
        page.keyboard().type("release");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();

        Assertions.assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .extracting(fault ->
                        fault.getId() + ": " + fault.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private static Page open(String path, int width, ColorScheme scheme) {
        Page page = chromium.page(demo, width, scheme);
        page.navigate(demo.url(path));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        return page;
    }

    private static Locator field(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search"));
    }
}
