package dev.rehearsal.ui.rollouts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.sample.Journey;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A release from its page to all clients step by step, with a stop in the middle, and the way back. */
class RolloutJourneyTest {

    @RegisterExtension
    static final Journey JOURNEY =
            Journey.with("--rehearsal.enactor.interval=200ms", "--rehearsal.rollouts.interval=200ms");

    @Test
    void aReleaseComesStepByStepIsStoppedGoesOnAndIsTakenBack() {
        Page author = JOURNEY.open("dmitri", "/releases/Petrel-149.0.1-build1");
        press(author, "Ship this…");
        author.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan a rollout"))
                .click();
        Locator channel = author.locator("vaadin-combo-box input").nth(1);
        channel.fill("beta");
        channel.press("Enter");
        for (int step = 1; step <= 2; step++) {
            Locator hours = author.locator(".step-row")
                    .nth(step)
                    .locator("vaadin-integer-field input")
                    .first();
            hours.fill("0");
            hours.press("Tab");
        }
        press(author, "Schedule the rollout");
        author.waitForURL(Pattern.compile(".*/rollouts/\\d+").asPredicate());
        assertThat(author.locator("h1")).hasText("Petrel-149.0.1-build1 on beta");

        Page signer = JOURNEY.open("ada", author.url().replaceFirst(".*(?=/rollouts)", ""));
        Locator steps = signer.locator(".rollout-steps ol > li");
        steps.nth(0)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign"))
                .click();
        confirm(signer, "Sign as releng");
        assertThat(steps.nth(0)).containsText("Live");

        press(signer, "Stop");
        assertThat(signer.locator(".rollout-stop")).containsText("Stopped by ada");
        press(signer, "Sign all 2 as releng");
        confirm(signer, "Sign all 2 as releng");
        assertThat(steps.nth(1)).not().containsText("Needs");
        assertThat(steps.nth(1)).not().containsText("Live");

        press(author, "Go on to 25 %");
        confirm(author, "Go on to 25 %");
        assertThat(author.locator(".rollout-stop")).containsText("Over");
        assertThat(author.locator(".rollout-steps ol > li").nth(2)).containsText("Live");

        press(author, "Go back…");
        author.waitForURL(Pattern.compile(".*/changes/back\\?.*").asPredicate());
        assertThat(author.locator("main")).containsText(Pattern.compile("Petrel-150.0b3-build1"));
        press(author, "Schedule");
        author.waitForURL(Pattern.compile(".*/changes/\\d+").asPredicate());
        assertThat(author.locator("h1")).containsText("Go back");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static void confirm(Page page, String button) {
        Locator dialog = page.getByRole(AriaRole.ALERTDIALOG);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        assertThat(dialog).hasCount(0);
    }
}
