package dev.rehearsal.ui.changes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An author, two signers and a tester, each at a browser of their own, see what the others do without reloading; none has a mouse. */
class FourPeopleJourneyTest {

    @RegisterExtension
    static final Journey JOURNEY = Journey.withEagerEnactor();

    @Test
    void aChangeGoesFromDraftToLiveByKeyboardAlone() {
        Page author = signsIn("dmitri@rehearsal.example");
        Keyboard atAuthor = new Keyboard(author);
        author.navigate(JOURNEY.url("/rules/31/edit"));
        atAuthor.write(author.getByLabel("Background rate").first(), "50");
        atAuthor.write(author.getByLabel("Title"), "Petrel to half of all clients");
        atAuthor.enter("Keep as draft");
        author.waitForURL(Pattern.compile(".*/rules\\?.*").asPredicate());
        atAuthor.enter(author.locator(".saved-note").getByRole(AriaRole.LINK).first());
        author.waitForURL(Pattern.compile(".*/changes/\\d+.*").asPredicate());
        String address = author.url();
        assertThat(author.locator("h1")).containsText("Petrel to half of all clients");
        assertThat(author.getByText("draft").first()).isVisible();

        Page tester = JOURNEY.signedIn("chioma");
        tester.navigate(JOURNEY.url("/channels/release-cdntest?product=Petrel"));
        assertThat(tester.locator("h1")).isVisible();

        atAuthor.enter("Submit…");
        atAuthor.confirm("Submit");
        assertThat(author.getByText("pending").first()).isVisible();
        assertThat(tester.getByText("Petrel to half of all clients").first()).isVisible();

        Page first = JOURNEY.signedIn("ada");
        first.navigate(address);
        Page second = JOURNEY.signedIn("emi");
        second.navigate(address);
        sign(first, "releng");
        assertThat(second.locator("main, vaadin-app-layout").first()).containsText("ada@rehearsal.example");
        sign(second, "relman");
        assertThat(author.locator("vaadin-app-layout")).containsText("emi@rehearsal.example");

        new Keyboard(tester).enter("Pass");

        for (Page page : new Page[] {author, first, second}) {
            assertThat(page.getByText("enacted", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
        }
        assertThat(tester.locator("h1")).containsText(Pattern.compile("is release|nothing is queued|in sync"));
    }

    @Test
    void aSetIsOpenedFromTheListWithTheArrows() {
        Page page = JOURNEY.signedIn("ada");
        page.navigate(JOURNEY.url("/changes"));
        assertThat(page.getByText("Ship 150.0 to release").first()).isVisible();
        Keyboard keyboard = new Keyboard(page);

        keyboard.tabTo(page.locator("vaadin-grid"));
        keyboard.press("Tab");
        keyboard.press("Enter");
        keyboard.press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*/changes/\\d+.*"));
    }

    private static void sign(Page page, String role) {
        Keyboard keyboard = new Keyboard(page);
        keyboard.enter("Sign as " + role);
        keyboard.confirm("Sign as " + role);
    }

    private static Page signsIn(String person) {
        Page page = JOURNEY.stranger();
        page.navigate(JOURNEY.url("/sign-in"));
        new Keyboard(page).enter(person);
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }
}
