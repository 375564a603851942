package dev.rehearsal.change.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.rehearsal.sample.Chromium;
import dev.rehearsal.sample.RunningDemo;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An author, two signers and a tester, each at a browser of their own, see what the others do without reloading. */
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
    void a_change_goes_from_draft_to_live() {
        Page author = signedIn("dmitri@rehearsal.example");
        author.navigate(demo.url("/rules/31/edit"));
        Locator rate = author.getByLabel("Background rate").first();
        rate.fill("50");
        rate.press("Tab");
        author.getByLabel("Title").fill("Petrel to half of all clients");
        button(author, "Keep as draft").click();
        author.waitForURL(Pattern.compile(".*/rules\\?.*").asPredicate());
        author.navigate(demo.url("/changes?state=drafts"));
        author.getByText("Petrel to half of all clients").first().click();
        author.waitForURL(Pattern.compile(".*/changes/\\d+.*").asPredicate());
        String address = author.url();
        assertThat(author.locator("h1")).containsText("Petrel to half of all clients");
        assertThat(author.getByText("draft").first()).isVisible();

        Page tester = signedIn("chioma@rehearsal.example");
        tester.navigate(demo.url("/channels/release-cdntest?product=Petrel"));
        assertThat(tester.locator("h1")).isVisible();

        button(author, "Submit…").click();
        confirm(author, "Submit");
        assertThat(author.getByText("pending").first()).isVisible();
        assertThat(tester.getByText("Petrel to half of all clients").first()).isVisible();

        Page first = signedIn("ada@rehearsal.example");
        first.navigate(address);
        Page second = signedIn("emi@rehearsal.example");
        second.navigate(address);
        button(first, "Sign as releng").click();
        confirm(first, "Sign as releng");
        assertThat(second.locator("main, vaadin-app-layout").first()).containsText("ada@rehearsal.example");
        button(second, "Sign as relman").click();
        confirm(second, "Sign as relman");
        assertThat(author.locator("vaadin-app-layout")).containsText("emi@rehearsal.example");

        button(tester, "Pass").click();

        for (Page page : new Page[] {author, first, second}) {
            assertThat(page.getByText("enacted", new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
        }
        assertThat(tester.locator("h1")).containsText(Pattern.compile("is release|nothing is queued|in sync"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void confirm(Page page, String name) {
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page signedIn(String person) {
        Page page = chromium.page(1400, ColorScheme.LIGHT);
        page.navigate(demo.url("/sign-in"));
        button(page, person).click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }
}
