package dev.rehearsal.ui.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Keyboard;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In and out again, and the screen of people, in a real browser, by keyboard alone. */
class PeopleJourneyTest {

    private static final String GRETA = "greta@rehearsal.example";
    private static final String FARID = "/people/farid@rehearsal.example";

    @RegisterExtension
    static final Journey JOURNEY = Journey.with();

    @Test
    void aLinkFromAColleagueLeadsThroughTheSignInAndOutAgain() {
        Page page = JOURNEY.stranger();
        page.navigate(JOURNEY.url(FARID));
        Keyboard keyboard = new Keyboard(page);
        keyboard.write(page.getByLabel("Name"), GRETA);
        keyboard.write(page.getByLabel("Password"), "wrong");
        keyboard.press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such name with such a password.");

        keyboard.write(page.getByLabel("Name"), GRETA);
        keyboard.write(page.getByLabel("Password"), "greta-rehearses");
        keyboard.enter("Sign in");
        assertThat(page).hasURL(JOURNEY.url(FARID));
        assertThat(page.getByText(GRETA).first()).isVisible();

        keyboard.enter("Sign out");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        page.navigate(JOURNEY.url(FARID));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
    }

    @Test
    void aPermissionARoleAndATokenAreGivenByKeyboardAlone() {
        Page page = open("/people");
        Keyboard keyboard = new Keyboard(page);
        keyboard.follow("ship-bot");
        assertThat(page.locator(".person > h2")).containsText("automation, never signs");

        keyboard.write(page.getByLabel("Role", new Page.GetByLabelOptions().setExact(true)), "shipping");
        keyboard.press("Enter");
        keyboard.enter("Grant role");
        assertThat(button(page, "Revoke role shipping")).isVisible();

        keyboard.write(page.getByLabel("What the token is for"), "the journey");
        keyboard.enter("Create token");
        Locator token = page.locator(".fresh-token code");
        assertThat(token).hasText(Pattern.compile("rht_[A-Za-z0-9_-]{43}"));
        keyboard.enter("I have it");
        assertThat(token).isHidden();
        keyboard.enter("Revoke token the journey");
        keyboard.enter("Revoke it");
        assertThat(page.getByText("revoked", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        keyboard.enter("Change permission rule");
        keyboard.write(page.getByLabel("Products"), "Heron");
        keyboard.enter(button(page, "Change permission").last());
        assertThat(page.getByText("create, modify for Heron").first()).isVisible();
    }

    @Test
    void whoeverGetsANewPasswordIsSignedOutAtOnce() {
        Page page = JOURNEY.open("emi", "/");
        assertThat(heading(page)).isVisible();

        JOURNEY.bean(Accounts.class).setPassword(new Actor(GRETA), "emi@rehearsal.example", "another password");

        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
    }

    @Test
    void whatAColleagueChangesIsSeenWhileOneTypes() {
        Page page = open(FARID);
        Locator purpose = page.getByLabel("What the token is for");
        Keyboard keyboard = new Keyboard(page);
        keyboard.tabTo(purpose);
        keyboard.type("half a na");

        JOURNEY.bean(Grants.class).giveRole(new Actor(GRETA), "farid@rehearsal.example", new Role("night-shift"));

        assertThat(button(page, "Revoke role night-shift")).isVisible();
        keyboard.type("me");
        assertThat(purpose).hasValue("half a name");
        assertThat(purpose).isFocused();
    }

    private static Page open(String path) {
        return JOURNEY.open("greta", path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
