package dev.rehearsal.change.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** An author, two signers and a tester, each at a browser of their own, see what the others do without reloading; none has a mouse. */
class FourPeopleJourneyTest {

    private static Chromium chromium;
    private static RunningDemo demo;

    @BeforeAll
    static void start() {
        Chromium.requireFrontEnd();
        chromium = Chromium.startOrSkip();
        demo = RunningDemo.start("--rehearsal.enactor.interval=200ms");
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
    void a_change_goes_from_draft_to_live_by_keyboard_alone() {
        Page author = signedIn("dmitri@rehearsal.example");
        Keyboard atAuthor = new Keyboard(author);
        author.navigate(demo.url("/rules/31/edit"));
        atAuthor.write(author.getByLabel("Background rate").first(), "50");
        atAuthor.write(author.getByLabel("Title"), "Petrel to half of all clients");
        atAuthor.enter("Keep as draft");
        author.waitForURL(Pattern.compile(".*/rules\\?.*").asPredicate());
        atAuthor.enter(author.locator(".saved-note").getByRole(AriaRole.LINK).first());
        author.waitForURL(Pattern.compile(".*/changes/\\d+.*").asPredicate());
        String address = author.url();
        assertThat(author.locator("h1")).containsText("Petrel to half of all clients");
        assertThat(author.getByText("draft").first()).isVisible();

        Page tester = signedIn("chioma@rehearsal.example");
        tester.navigate(demo.url("/channels/release-cdntest?product=Petrel"));
        assertThat(tester.locator("h1")).isVisible();

        atAuthor.enter("Submit…");
        atAuthor.confirm("Submit");
        assertThat(author.getByText("pending").first()).isVisible();
        assertThat(tester.getByText("Petrel to half of all clients").first()).isVisible();

        Page first = signedIn("ada@rehearsal.example");
        first.navigate(address);
        Page second = signedIn("emi@rehearsal.example");
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
    void a_set_is_opened_from_the_list_with_the_arrows() {
        Page page = signedIn("ada@rehearsal.example");
        page.navigate(demo.url("/changes"));
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

    private static Page signedIn(String person) {
        Page page = chromium.page(1400, ColorScheme.LIGHT);
        page.navigate(demo.url("/sign-in"));
        new Keyboard(page).enter(person);
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }
}
