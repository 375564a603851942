package dev.rehearsal.ui.frame;

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
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed and not saved outlives the connection and the session, by keyboard alone. */
class KeptDraftJourneyTest {

    private static final String RULE = "/rules/33/edit";

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void whatWasTypedIntoARuleIsTakenBackAfterTheSessionHasEndedAndIsSaved() {
        Page page = JOURNEY.open("dmitri", RULE);
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(rate(page), "37");
        keyboard.choose(field(page, "Fallback mapping"), "Petrel-149.0.1-build1");
        keyboard.write(field(page, "Comment"), "Slowly, over the weekend");

        loseSession(page);
        signIn(page, "dmitri");
        assertThat(offer(page)).containsText(Pattern.compile("Background rate.*Fallback mapping, Comment"));
        assertThat(rate(page)).hasValue("100");
        keyboard.enter("Take it back");

        assertThat(offer(page)).isHidden();
        assertThat(rate(page)).hasValue("37");
        assertThat(field(page, "Fallback mapping")).hasValue("Petrel-149.0.1-build1");
        keyboard.enter("Schedule");
        assertThat(page.locator(".saved-note"))
                .containsText("fallbackMapping → Petrel-149.0.1-build1, backgroundRate → 37, comment → Slowly");
        page.navigate(JOURNEY.url(RULE));
        assertThat(heading(page)).isVisible();
        assertThat(offer(page)).isHidden();
    }

    @Test
    void whatTheServerNeverHeardIsOfferedToo() {
        Page page = JOURNEY.open("dmitri", RULE);
        Keyboard keyboard = new Keyboard(page);
        keyboard.tabTo(field(page, "Comment"));
        page.context().setOffline(true);
        keyboard.write(field(page, "Comment"), "Typed on the train");
        page.context().setOffline(false);

        page.reload();

        assertThat(offer(page)).containsText("Comment");
        keyboard.enter("Take it back");
        assertThat(field(page, "Comment")).hasValue("Typed on the train");
    }

    @Test
    void aFieldIsKnownAgainThoughItsLabelReadsOtherwise() {
        Page page = JOURNEY.open("dmitri", RULE);
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(field(page, "Comment"), "Slowly");
        keyboard.press("Tab");
        page.reload();
        assertThat(offer(page)).containsText("Comment");

        page.locator("vaadin-text-area.of-comment").evaluate("field => field.label = 'Remark'");
        keyboard.enter("Take it back");

        assertThat(field(page, "Remark")).hasValue("Slowly");
    }

    @Test
    void nobodyElseAtTheSameBrowserIsOfferedIt() {
        Page page = JOURNEY.open("dmitri", RULE);
        new Keyboard(page).write(rate(page), "37");

        loseSession(page);
        signIn(page, "ada");

        assertThat(rate(page)).hasValue("100");
        assertThat(offer(page)).isHidden();
    }

    @Test
    void whatIsGivenUpIsNotOfferedAgain() {
        Page page = JOURNEY.open("dmitri", RULE);
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(rate(page), "37");
        keyboard.enter("Cancel");
        keyboard.enter("Leave");
        assertThat(page).hasURL(Pattern.compile(".*/rules\\?.*"));

        page.navigate(JOURNEY.url(RULE));

        assertThat(rate(page)).hasValue("100");
        assertThat(offer(page)).isHidden();
    }

    @Test
    void whatIsForgottenIsNotOfferedAgain() {
        Page page = JOURNEY.open("dmitri", RULE);
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(rate(page), "37");
        page.reload();
        keyboard.enter("Forget it");
        assertThat(offer(page)).isHidden();

        page.reload();

        assertThat(rate(page)).hasValue("100");
        assertThat(offer(page)).isHidden();
    }

    @Test
    void aFieldOfAProbeThatOnlyAnotherBringsIsFilledAsWell() {
        Page page = JOURNEY.open("dmitri", "/probes?probe=new");
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(field(page, "Name"), "Nothing for Windows 7");
        keyboard.chooseLast(page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText("Must get")));
        keyboard.write(field(page, "XML"), "<updates/>");
        keyboard.press("Tab");

        page.reload();
        keyboard.enter("Take it back");

        assertThat(field(page, "Name")).hasValue("Nothing for Windows 7");
        assertThat(field(page, "XML")).hasValue("<updates/>");
    }

    @Test
    void theNameOfAReleaseThatIsToBeUploadedIsTakenBack() {
        Page page = JOURNEY.open("dmitri", "/releases/new");
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(field(page, "Name"), "Heron-152.0-build1");
        keyboard.write(field(page, "Product"), "Heron");

        page.reload();
        keyboard.enter("Take it back");

        assertThat(field(page, "Name")).hasValue("Heron-152.0-build1");
        assertThat(field(page, "Product")).hasValue("Heron");
    }

    @Test
    void whatWasTypedIntoADialogIsThereWhenItIsOpenedAgain() {
        Page page = JOURNEY.open("dmitri", "/changes");
        Keyboard keyboard = new Keyboard(page);
        page.navigate(
                JOURNEY.url(page.locator("a.set").first().getAttribute("href").replaceFirst("^/?", "/")));
        keyboard.enter("Edit title…");
        keyboard.write(field(page, "Title"), "A better title");

        page.reload();
        keyboard.enter("Edit title…");
        keyboard.enter("Take it back");

        assertThat(field(page, "Title")).hasValue("A better title");
        keyboard.confirm("Save");
        assertThat(heading(page)).hasText("A better title");
    }

    @Test
    void aFaultIsToldWithAnIdAndTheFormStaysFilled() {
        JdbcClient database = JOURNEY.bean(JdbcClient.class);
        Page page = JOURNEY.open("dmitri", RULE);
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(rate(page), "37");
        keyboard.write(field(page, "Title"), "Unlucky");
        database.sql("alter table change_sets add constraint unlucky check (title <> 'Unlucky')")
                .update();

        keyboard.enter("Schedule");

        assertThat(page.locator("vaadin-notification-card"))
                .containsText(Pattern.compile("A fault of the server.*: [0-9a-f]{8}\\."));
        assertThat(rate(page)).hasValue("37");
        assertThat(field(page, "Title")).hasValue("Unlucky");
        database.sql("alter table change_sets drop constraint unlucky").update();
        keyboard.enter("Schedule");
        assertThat(page.locator(".saved-note")).containsText("Unlucky");
    }

    @Test
    void aScreenThatCannotBeOpenedSaysSoWithAnId() {
        JdbcClient database = JOURNEY.bean(JdbcClient.class);
        database.sql("alter table probes rename to gone").update();

        Page page = JOURNEY.open("dmitri", "/probes");

        assertThat(heading(page)).hasText("This page cannot be shown now");
        assertThat(page.locator("p")).containsText(Pattern.compile("A fault of the server.*: [0-9a-f]{8}\\."));
        database.sql("alter table gone rename to probes").update();
        page.reload();
        assertThat(heading(page)).hasText("Probes");
    }

    private static void loseSession(Page page) {
        page.context().clearCookies();
        page.reload();
        page.waitForURL(url -> url.contains("sign-in"));
    }

    private static void signIn(Page page, String person) {
        new Keyboard(page).enter(person + "@rehearsal.example");
        assertThat(page).hasURL(JOURNEY.url(RULE));
    }

    private static Locator offer(Page page) {
        return page.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText("You typed this here and it was not saved"));
    }

    private static Locator rate(Page page) {
        return field(page, "Background rate");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}
