package dev.rehearsal.ui.timemachine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.Probes;
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

/** Back and forth through what was written to Petrel on beta, and its probes, in a real browser and without a mouse. */
class TimeMachineJourneyTest {

    private static final Actor ADA = new Actor("ada@rehearsal.example");
    private static final String HERE = "/time-machine?channel=beta-cdntest&product=Petrel";
    private static final String CLIENT = "/update/6/Petrel/100.0/20220101000000/WINNT_x86_64-msvc-x64/en-US/beta"
            + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml";

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @BeforeAll
    static void start() {
        ChangeSets changeSets = JOURNEY.bean(ChangeSets.class);
        ChangeSet throttled = changeSets.schedule(
                ADA,
                "Throttle Petrel beta",
                Instant.now().plus(Duration.ofDays(3)),
                List.of(new Proposal.EditRule(new RuleId(33), null, Map.of("backgroundRate", 10))));
        JOURNEY.bean(Probes.class)
                .add(ADA, new ProbeDraft("Old Petrels", CLIENT, new Expectation.NoUpdate(), "as of 2022"));
        changeSets.withdraw(ADA, throttled.id(), null);
    }

    @Test
    void aSetThatWasWithdrawnIsFoundAgainAndAUrlIsAskedAsThen() {
        Page page = open(HERE);
        assertThat(heading(page)).containsText("beta-cdntest as of");
        assertThat(page.locator(".queue-then")).not().containsText("Throttle Petrel beta");

        press(page, "Previous event");
        assertThat(page).hasURL(Pattern.compile(".*[?&]at=\\d+.*"));
        press(page, "Previous event");
        assertThat(page.locator(".queue-then")).containsText("Throttle Petrel beta");
        assertThat(page.locator(".steps li.current")).containsText("Scheduled change set");

        Keyboard keyboard = new Keyboard(page);
        keyboard.write(page.getByLabel("Update URL"), CLIENT);
        keyboard.press("Enter");
        assertThat(page.locator(".ask .answer").first()).containsText("beta then");
        assertThat(page).hasURL(Pattern.compile("(?=.*at=)(?=.*url=).*"));

        page.reload();
        assertThat(page.locator(".queue-then")).containsText("Throttle Petrel beta");
        assertThat(page.locator(".ask .answer").first()).containsText("beta then");
        press(page, "Now");
        assertThat(page.locator(".queue-then")).not().containsText("Throttle Petrel beta");
        assertThat(page).not().hasURL(Pattern.compile(".*[?&]at=\\d+.*"));
        keyboard.goBack();
        assertThat(page.locator(".queue-then")).containsText("Throttle Petrel beta");
    }

    @Test
    void probesAreAskedAndTheirFilterIsInTheAddress() {
        Page page = open("/probes");
        Locator row =
                page.locator(".probe-table tbody tr").filter(new Locator.FilterOptions().setHasText("Old Petrels"));
        assertThat(row).containsText(Pattern.compile("Old Petrels.*(passes|fails)"));

        Keyboard keyboard = new Keyboard(page);
        keyboard.write(page.getByLabel("Filter: name, URL, answer, note…"), "nonsense");
        assertThat(page.getByText("No probe is like that.")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*text=nonsense.*"));
        keyboard.follow("Show all probes");
        keyboard.enter(row.getByRole(AriaRole.LINK));
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Old Petrels");
    }

    private static Page open(String path) {
        return JOURNEY.open("ada", path);
    }

    private static void press(Page page, String button) {
        new Keyboard(page).enter(button);
    }
}
