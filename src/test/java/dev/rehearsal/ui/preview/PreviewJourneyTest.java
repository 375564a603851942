package dev.rehearsal.ui.preview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** The two first screens of the demo, in a real browser and without a mouse. */
class PreviewJourneyTest {

    private static final String CLIENT_OF_149 = "/update/6/Heron/148.0/20260901000000/WINNT_x86_64-msvc-x64/de/release"
            + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml";

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void fromHomeToAPreviewAlongTheQueueToAnAnswerAndBack() {
        Page page = open("/");
        Keyboard keyboard = new Keyboard(page);
        keyboard.enter(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("release-cdntest"))
                .first());
        assertThat(heading(page)).hasText(Pattern.compile("release-cdntest is release plus.*all 3 queued changes"));
        assertThat(page.locator(".queue-strip rehearsal-moment").first())
                .containsText(Pattern.compile("\\d\\d:\\d\\d CES?T · in \\d+ h"));

        assertThat(cell(page, "Heron-140.0.4-build1")).isVisible();
        keyboard.enter(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("\\d+ unchanged"))));
        assertThat(page).hasURL(Pattern.compile(".*all=1.*"));

        keyboard.follow("Ship 150.0 to release");
        assertThat(heading(page)).hasText(Pattern.compile("would be release plus.*1 of 3 queued changes"));
        assertThat(cell(page, "Heron-140.0.4-build1")).isHidden();

        keyboard.write(page.getByLabel("Update URL"), CLIENT_OF_149);
        keyboard.press("Enter");
        Locator answers = page.locator(".ask .answer");
        assertThat(answers.first()).containsText("Heron-149.0.2-build1");
        assertThat(answers.last())
                .containsText(Pattern.compile("differs.*25 % Heron-150.0-build2.*75 % Heron-149.0.2-build1"));
        assertThat(page).hasURL(Pattern.compile("(?=.*through=)(?=.*url=)(?=.*all=1).*"));

        page.reload();
        assertThat(answers.last()).containsText("Heron-150.0-build2");

        keyboard.goBack();
        assertThat(answers).hasCount(0);
        assertThat(heading(page)).hasText(Pattern.compile("1 of 3"));
        keyboard.goBack();
        assertThat(heading(page)).hasText(Pattern.compile("all 3"));
    }

    @Test
    void anOpenPreviewShowsAChangeWhenItIsQueuedAndKeepsItsFilter() {
        Page page = open("/channels/beta-cdntest?product=Petrel&filter=petrel");
        assertThat(heading(page)).hasText(Pattern.compile("the 1 queued change"));

        JOURNEY.bean(ChangeSets.class)
                .schedule(
                        new Actor("ada@rehearsal.example"),
                        "Throttle Petrel beta",
                        Instant.now().plus(Duration.ofDays(3)),
                        List.of(new Proposal.EditRule(new RuleId(33), null, Map.of("backgroundRate", 10))));

        assertThat(heading(page)).hasText(Pattern.compile("all 2 queued changes"));
        assertThat(cell(page, "Throttle Petrel beta")).isVisible();
        assertThat(page.getByLabel("Filter rules")).hasValue("petrel");
    }

    private static Page open(String path) {
        return JOURNEY.open("ada", path);
    }

    private static Locator cell(Page page, String text) {
        return page.locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
