package dev.rehearsal.ui.changes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guard rail keeps a change out until somebody who may passes over it. */
class GuardRailJourneyTest {

    @RegisterExtension
    static final Journey JOURNEY = Journey.withEagerEnactor();

    @Test
    void aRailThatBlocksIsPassedOverWithASignoff() {
        Page keeper = JOURNEY.signedIn("greta");
        keeper.navigate(JOURNEY.url("/signoffs?change=rail"));
        choose(keeper, "What must be so", "a rate below 100 % has a fallback");
        choose(keeper, "Otherwise", "block");
        Keyboard atKeeper = new Keyboard(keeper);
        atKeeper.write(keeper.getByLabel("Live channel"), "nightly");
        keeper.keyboard().press("Enter");
        atKeeper.write(keeper.getByLabel("Role that may pass over it"), "relman");
        keeper.keyboard().press("Enter");
        atKeeper.enter("Save");
        atKeeper.confirm("Save");
        assertThat(keeper.locator(".rail-table")).containsText("a rate below 100 % has a fallback");

        Page author = JOURNEY.signedIn("ada");
        author.navigate(JOURNEY.url("/rules/206/edit"));
        Keyboard atAuthor = new Keyboard(author);
        atAuthor.write(author.getByLabel("Background rate").first(), "50");
        atAuthor.write(author.getByLabel("Title"), "Nightly to half of all clients");
        atAuthor.enter("Keep as draft");
        author.waitForURL(Pattern.compile(".*/rules\\?.*").asPredicate());
        atAuthor.enter(author.locator(".saved-note").getByRole(AriaRole.LINK).first());
        author.waitForURL(Pattern.compile(".*/changes/\\d+.*").asPredicate());
        atAuthor.enter("Submit…");
        atAuthor.confirm("Submit");
        assertThat(author.locator(".rails")).containsText("not kept");
        assertThat(author.locator(".rails")).containsText("You do not hold relman.");

        Page other = JOURNEY.signedIn("ben");
        other.navigate(author.url());
        Keyboard atOther = new Keyboard(other);
        atOther.enter("Pass over…");
        atOther.write(other.getByLabel("Why, for everybody to read"), "Nobody is on nightly on Sundays");
        atOther.confirm("Pass over it");

        assertThat(author.getByText("enacted", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(author.locator(".rails")).containsText("ben@rehearsal.example");
    }

    private static void choose(Page page, String label, String option) {
        page.getByLabel(label).first().click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }
}
