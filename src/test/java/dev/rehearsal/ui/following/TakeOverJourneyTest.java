package dev.rehearsal.ui.following;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.Patience;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.mirror.BalrogStandIn;
import dev.rehearsal.mirror.BalrogState;
import dev.rehearsal.notice.Inbox;
import dev.rehearsal.notice.NoticeKind;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.notice.WebhookDraft;
import dev.rehearsal.notice.Webhooks;
import dev.rehearsal.sample.Journey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Balrog is followed and taken over from, and a notice of what is changed here since leads to it; in a real browser. */
class TakeOverJourneyTest {

    private static final Actor GRETA = new Actor("greta@rehearsal.example");
    private static final BalrogStandIn BALROG = new BalrogStandIn(balrog(), path -> null);
    private static final Inbox INBOX = new Inbox();

    @RegisterExtension
    static final Journey JOURNEY = Journey.with(
            "--rehearsal.import=" + people(),
            "--rehearsal.follow.url=" + BALROG.url(),
            "--rehearsal.follow.interval=100ms",
            "--rehearsal.follow.rate=0",
            "--rehearsal.notices.webhook-hosts=127.0.0.1",
            "--rehearsal.notices.private-addresses=true");

    private static BalrogState balrog() {
        BalrogState state = new BalrogState();
        for (String name : List.of("One", "Two")) {
            state.addFirst(
                    name,
                    "Firefox",
                    BalrogState.json(
                            "{'name': '%s', 'schema_version': 50, 'detailsUrl': 'https://x.example', 'displayVersion': '1'}"
                                    .formatted(name)));
        }
        state.addRule(BalrogState.rule("{'product': 'Firefox', 'channel': 'release', 'mapping': 'One'}"));
        return state;
    }

    private static Path people() {
        try {
            return Files.writeString(
                    Files.createTempFile("people", ".json"),
                    BalrogState.json("{'people': [{'name': '%s', 'permissions': {'admin': {}}}]}".formatted(GRETA))
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        INBOX.close();
        BALROG.close();
    }

    @Test
    void whoeverTakesOverWritesHereAndANoticeLeadsToWhatTheyWrote() {
        Page page = JOURNEY.open("greta", "/following");
        assertThat(page.getByText("Last read at")).isVisible();
        assertThat(page.locator(".stop-notice")).containsText("change it there");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take over"))
                .click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take over"))
                .click();

        assertThat(page.getByText("was taken over at")).containsText("by " + GRETA);
        page.navigate(JOURNEY.url(linkOfNoticeOf("Serve Two")));
        assertThat(heading(page)).containsText("Serve Two");
    }

    private static String linkOfNoticeOf(String title) {
        JOURNEY.bean(Webhooks.class)
                .add(
                        GRETA,
                        new WebhookDraft(
                                "ours",
                                INBOX.url("/"),
                                Webhook.Format.STANDARD,
                                EnumSet.of(NoticeKind.SET_CHANGED),
                                null,
                                null),
                        Webhooks.Signing.SECRET);
        JOURNEY.bean(ChangeSets.class)
                .schedule(
                        GRETA,
                        title,
                        Instant.now().plus(Duration.ofHours(1)),
                        List.of(LiveFirefox.edit(1, "mapping", "Two")));
        Patience.until("a notice", () -> INBOX.titles().stream().anyMatch(told -> told.contains(title)));
        return INBOX.posts().getFirst().json().at("/data/link").asString();
    }
}
