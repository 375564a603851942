package dev.rehearsal.ui.changes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.probe.BlastRadius;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.traffic.ListDraft;
import dev.rehearsal.traffic.LoadedLists;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** What clients ask is in a list; a part of it would get something else. */
    @Test
    void whoCouldSignDeclinesBecauseOfWhatRequestsWouldGet() throws IOException {
        TestChannelPreviews previews = JOURNEY.bean(TestChannelPreviews.class);
        ChangeSetId first = previews.state().queue().getFirst().id();
        String url = JOURNEY.bean(BlastRadius.class)
                .example(previews.of("release-cdntest", "Heron", first))
                .orElseThrow();
        UpdateQuery query = AskedUrl.of(url).read().query();
        Instant now = JOURNEY.bean(Clock.class).instant();
        JOURNEY.bean(LoadedLists.class)
                .load(
                        new Actor("greta@rehearsal.example"),
                        new ListDraft("CDN log of yesterday", now.minus(Duration.ofDays(1)), now),
                        to -> {
                            to.accept(query, 900);
                            return new LoadedLists.Lines(900, 0);
                        });

        Page signer = JOURNEY.signedIn("emi");
        signer.navigate(JOURNEY.url("/changes/" + first));

        assertThat(signer.locator(".requests")).containsText("of requests on release get 150.0");
        assertThat(signer.locator(".requests"))
                .containsText("900 requests, all counted: the list 'CDN log of yesterday'");
        assertThat(signer.locator(".requests svg.flow")).isVisible();
        assertThat(signer.locator("svg.flow:visible")).hasCount(1);
        signer.getByText("By release, version, system and locale").click();
        signer.getByText("1 query").first().click();
        assertThat(signer.locator(".requests-table a").first()).containsText("/update/");

        Keyboard keyboard = new Keyboard(signer);
        keyboard.enter("Request changes");
        signer.locator("vaadin-text-area textarea").last().fill("That is everybody at once: begin with 5 %");
        keyboard.confirm("Request changes");

        assertThat(signer.getByText("changes requested").first()).isVisible();
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
