package dev.rehearsal.ui.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.access.Identity;
import dev.rehearsal.access.store.IdentityStore;
import dev.rehearsal.access.store.PersonStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.RunningIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In through the issuer, a signature for which it confirms anew who signs, and out of both; in a real browser. */
class IssuerJourneyTest {

    private static final String EMI = "emi@rehearsal.example";
    private static final RunningIssuer ISSUER = RunningIssuer.away();

    @RegisterExtension
    static final Journey JOURNEY = Journey.with(ISSUER.options(
            "--rehearsal.oidc.local-passwords=false",
            "--rehearsal.oidc.step-up.acr-values=mfa",
            "--rehearsal.oidc.step-up.max-age=5m"));

    @BeforeAll
    static void bind() {
        ISSUER.start(JOURNEY.url(""));
        ISSUER.verified("S-emi", EMI);
        JOURNEY.bean(WriteLock.class).write(new Actor(EMI), WriteKind.QUEUE, write -> {
            JOURNEY.bean(IdentityStore.class)
                    .insert(
                            write,
                            new Identity(ISSUER.url(), "S-emi"),
                            JOURNEY.bean(PersonStore.class).find(EMI).orElseThrow(),
                            write.by());
            return EMI;
        });
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void somebodySignsInSignsWhatTheyLookAtAndSignsOut() {
        Page page = JOURNEY.stranger();
        page.navigate(JOURNEY.url("/changes/1"));
        link(page, "Sign in with 127.0.0.1").click();
        choose(page, "S-emi");
        assertThat(page).hasURL(JOURNEY.url("/changes/1"));

        sign(page);
        choose(page, "S-emi");
        assertThat(page).hasURL(JOURNEY.url("/changes/1"));
        sign(page);
        assertThat(page.getByText("Signed as relman").first()).isVisible();

        button(page, "Sign out").click();
        assertThat(page).hasURL(JOURNEY.url("/sign-in"));
        link(page, "Sign in with 127.0.0.1").click();
        assertThat(heading(page)).hasText("The issuer");
    }

    @Test
    void somebodyWhomNobodyKnowsIsToldWhomToAsk() {
        ISSUER.verified("S-zoe", "zoe@rehearsal.example");
        Page page = JOURNEY.stranger();
        page.navigate(JOURNEY.url("/sign-in"));
        link(page, "Sign in with 127.0.0.1").click();

        choose(page, "S-zoe");

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("You are zoe@rehearsal.example (account S-zoe), but nobody here knows you yet. Ask"
                        + " greta@rehearsal.example for a permission");
    }

    private static void choose(Page page, String account) {
        assertThat(heading(page)).hasText("The issuer");
        page.getByLabel("Account").fill(account);
        button(page, "Continue").click();
    }

    private static void sign(Page page) {
        button(page, "Sign as relman").first().click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign as relman"))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
