package dev.rehearsal.ui.changes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people change the same field; whoever comes later decides what becomes of it, by keyboard alone. */
class ConflictJourneyTest {

    private static final String ADA = "ada@rehearsal.example";

    @RegisterExtension
    static final Journey JOURNEY = Journey.withEagerEnactor();

    @Test
    void aFieldThatSomebodyElseChangedFirstBecomesAgainWhatItWasBeforeBoth() {
        ChangeSet set = JOURNEY.bean(ChangeSets.class)
                .schedule(
                        new Actor(ADA),
                        "Over the holidays",
                        Instant.now().plus(Duration.ofDays(3)),
                        List.of(new Proposal.EditRule(
                                new RuleId(33),
                                null,
                                Map.of("backgroundRate", 10, "comment", "While few are at work"))));
        Page ada = JOURNEY.open("ada", "/changes/" + set.id().value());
        assertThat(ada.locator("h1")).containsText("Over the holidays");

        Page dmitri = JOURNEY.open("dmitri", "/rules/33/edit");
        Keyboard his = new Keyboard(dmitri);
        his.write(dmitri.getByLabel("Background rate").first(), "60");
        his.write(dmitri.getByLabel("Title"), "At once");
        his.enter("Schedule");
        his.confirm("Schedule all the same");
        assertThat(dmitri.locator(".saved-note")).containsText("At once");

        Locator conflict = ada.locator(".conflicts");
        assertThat(conflict).containsText(Pattern.compile("backgroundRate\\s*10\\s*60\\s*100"));
        Keyboard hers = new Keyboard(ada);
        hers.enter("Resolve…");
        Locator dialog = ada.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("Base: back to 100, as when this was saved");
        hers.tabTo(dialog.getByRole(AriaRole.RADIO).first());
        hers.press("Space");
        hers.press("ArrowDown");
        hers.press("ArrowDown");
        assertThat(dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Base")))
                .isChecked();
        hers.confirm("Save");

        assertThat(dialog).hasCount(0);
        assertThat(conflict).isHidden();
    }
}
