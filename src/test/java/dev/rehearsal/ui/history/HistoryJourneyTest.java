package dev.rehearsal.ui.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dmitri halved Petrel on beta: found in the history, and taken back, in a real browser and without a mouse. */
class HistoryJourneyTest {

    private static final Actor ADA = new Actor("ada@rehearsal.example");
    private static final Actor DMITRI = new Actor("dmitri@rehearsal.example");
    private static final Actor GRETA = new Actor("greta@rehearsal.example");

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    private static String halved = "";

    @BeforeAll
    static void halvePetrel() {
        ChangeSets changeSets = JOURNEY.bean(ChangeSets.class);
        EnactmentService enactment = JOURNEY.bean(EnactmentService.class);
        ChangeSet set = changeSets.schedule(
                DMITRI,
                "Halve Petrel beta",
                Instant.now().plus(Duration.ofHours(1)),
                List.of(new Proposal.EditRule(new RuleId(33), null, Map.of("backgroundRate", 50))));
        JOURNEY.bean(SignoffService.class).sign(ADA, set.id(), new Role("releng"), null);
        enactment.enact(GRETA, set.id());
        halved = set.id().toString();
    }

    @Test
    void aRuleIsRevertedAndOthersSeeItInTheHistoryAtOnce() {
        Page history = JOURNEY.open("chioma", "/history");
        assertThat(writes(history).first()).isVisible();
        Page page = JOURNEY.open("ada", "/rules?rule=33");
        Keyboard keyboard = new Keyboard(page);

        keyboard.enter(page.locator(".rule-panel")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("History")));
        assertThat(heading(page)).hasText("History of #33 petrel-beta");
        keyboard.follow("Revert to this…");
        assertThat(page.locator(".revert")).containsText(Pattern.compile("Background rate\\s+50.%\\s+100.%"));
        assertThat(page.locator(".prospect")).containsText("Needs 1 signoff by releng.");
        keyboard.enter("Schedule");

        assertThat(page.locator(".saved-note")).containsText("Revert rule 33 to revision");
        assertThat(writes(history).first()).containsText("“Revert rule 33 to revision");
    }

    @Test
    void whatBecameOfASetIsNarrowedDownToAndIsThereAgainAfterAReload() {
        Page page = JOURNEY.open("ada", "/history");
        Keyboard keyboard = new Keyboard(page);

        keyboard.write(set(page), halved);
        keyboard.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/history\\?set=" + halved));
        assertThat(writes(page)).hasCount(4);
        page.reload();

        assertThat(set(page)).hasValue(halved);
        assertThat(writes(page)).containsText(new String[] {
            "Edited rule #33", "Enacted change set", "Signed as releng", "Scheduled change set"
        });
    }

    @Test
    void datesAreShownWhole() {
        Page page = JOURNEY.open("ada", "/history?from=2026-11-20&to=2026-11-28");
        Locator from = page.getByLabel("From day");
        assertThat(from).hasValue("2026-11-20");

        org.assertj.core.api.Assertions.assertThat(
                        (boolean) from.evaluate("input => input.scrollWidth <= input.clientWidth"))
                .isTrue();
    }

    private static Locator writes(Page page) {
        return page.locator(".writes tbody tr");
    }

    private static Locator set(Page page) {
        return page.getByLabel("Change set", new Page.GetByLabelOptions().setExact(true));
    }
}
