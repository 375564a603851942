package dev.rehearsal.ui.adoption;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo's hand-kept test channels are adopted, in a real browser and without a mouse. */
class AdoptionJourneyTest {

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void fromTheMappingsOverTheDifferencesToAMappingThatWaitsForSignoffs() {
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
    void theCopiesOfAComputedChannelGoInOneSet() {
        Page page = open("/mappings/adoption?product=Heron&live=release&test=release-cdntest&step=retire");
        assertThat(page.locator(".figure")).containsText("2 rules less to keep.");

        new Keyboard(page).enter("Schedule");

        assertThat(page.locator(".saved-note")).containsText("Retire the hand-made rules of release-cdntest");
        assertThat(page.getByText("No rule is made by hand for release-cdntest."))
                .isVisible();
    }

    private static Page open(String path) {
        return JOURNEY.open("greta", path);
    }
}
