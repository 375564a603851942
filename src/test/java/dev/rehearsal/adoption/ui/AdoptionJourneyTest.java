package dev.rehearsal.adoption.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.rehearsal.sample.Chromium;
import dev.rehearsal.sample.Keyboard;
import dev.rehearsal.sample.RunningDemo;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo's hand-kept test channels are adopted, in a real browser and without a mouse. */
class AdoptionJourneyTest {

    private static final String GRETA = "greta@rehearsal.example";
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
    void from_the_mappings_over_the_differences_to_a_mapping_that_waits_for_signoffs() {
        Page page = open("/mappings");
        Keyboard keyboard = new Keyboard(page);
        keyboard.follow("Adopt rules kept by hand");
        keyboard.enter(page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("esr-localtest"))
                .getByRole(AriaRole.LINK));
        assertThat(heading(page)).hasText("Adopt esr-localtest for Heron");
        assertThat(page.locator(".pairing"))
                .containsText("3 rules are made by hand: one as the live rule, 2 drifted, none a copy of nothing.");
        assertThat(page.locator(".pairing"))
                .containsText(Pattern.compile("heron-esr-localtest.*mapping.*Heron-140.10.0esr-build1"));
        assertThat(page.locator(".answers [role=status]"))
                .hasText(Pattern.compile("Asked [\\d,]+ clients: .* answered differently.*"));
        assertThat(page.locator(".difference-list code").first())
                .containsText(Pattern.compile("/update/6/Heron/.*/esr-localtest/"));

        page.reload();
        assertThat(page.locator(".answers [role=status]")).hasText(Pattern.compile("Asked [\\d,]+ clients.*"));

        keyboard.follow("Next: map the channel");
        assertThat(page.getByText("The 3 rules made by hand for it are then served to nobody."))
                .isVisible();
        keyboard.enter("Schedule");
        assertThat(page.locator(".saved-note")).containsText("Map esr-localtest to esr");
        assertThat(page.getByText("testers are still served by these rules")).isVisible();
    }

    @Test
    void the_copies_of_a_computed_channel_go_in_one_set() {
        Page page = open("/mappings/adoption?product=Heron&live=release&test=release-cdntest&step=retire");
        assertThat(page.locator(".figure")).containsText("2 rules less to keep.");

        new Keyboard(page).enter("Schedule");

        assertThat(page.locator(".saved-note")).containsText("Retire the hand-made rules of release-cdntest");
        assertThat(page.getByText("No rule is made by hand for release-cdntest."))
                .isVisible();
    }

    private static Page open(String path) {
        Page page = chromium.pageOf(GRETA, demo, 1400, ColorScheme.LIGHT);
        page.navigate(demo.url(path));
        return page;
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
