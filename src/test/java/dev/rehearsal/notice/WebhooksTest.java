package dev.rehearsal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

@EachDatabase
class WebhooksTest {

    private static final Actor GRETA = new Actor(Office.GRETA);
    private static final Actor ADA = new Actor(Office.ADA);
    private static final String URL = "http://127.0.0.1:1/";

    private final Office office;
    private final Post post;

    WebhooksTest(TestDatabase database) {
        office = new Office(database);
        post = new Post(database);
    }

    private static WebhookDraft draft(String name, String url, Set<NoticeKind> kinds) {
        return new WebhookDraft(name, url, Webhook.Format.TEXT, kinds, " Firefox ", "");
    }

    @Test
    void aWebhookIsKeptAsItWasMade() {
        WebhookDraft draft = draft("chat", URL, EnumSet.of(NoticeKind.ALARM, NoticeKind.SHUTOFF));
        Webhook made = post.webhooks.add(GRETA, draft, Webhooks.Signing.KEYS);

        assertThat(post.webhooks.all(GRETA)).singleElement().satisfies(webhook -> {
            assertThat(webhook.draft()).isEqualTo(draft);
            assertThat(webhook.draft().product()).isEqualTo("Firefox");
            assertThat(webhook.draft().channel()).isNull();
            assertThat(webhook.secret().text()).isEqualTo(made.secret().text());
            assertThat(webhook.secret().publicKey()).startsWith("whpk_");
        });
    }

    @Test
    void onlyAdministratorsSeeAndMakeWebhooks() {
        assertThatThrownBy(() -> post.webhooks.all(ADA)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> post.webhooks.add(
                        ADA, draft("chat", URL, EnumSet.of(NoticeKind.ALARM)), Webhooks.Signing.SECRET))
                .isInstanceOf(RefusedException.class);
        assertThat(post.webhooks.whyNot(ADA)).contains("admin");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() ->
                        post.webhooks.add(GRETA, draft(" ", "http://example.com", Set.of()), Webhooks.Signing.SECRET))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.place())
                                .containsExactly("name", "url", "kinds"));
    }

    @Test
    void whoeverHasNotSeenTheLatestVersionChangesNothing() {
        WebhookDraft draft = draft("chat", URL, EnumSet.of(NoticeKind.ALARM));
        Webhook made = post.webhooks.add(GRETA, draft, Webhooks.Signing.SECRET);
        post.webhooks.rotate(GRETA, made.id(), 1);

        assertThatThrownBy(() -> post.webhooks.replace(GRETA, made.id(), 1, draft))
                .hasMessageContaining("at data_version 2 by now, not 1");
        assertThatThrownBy(() -> post.webhooks.remove(GRETA, made.id(), 1)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aNewSecretIsOfTheSameKind() {
        Webhook keys =
                post.webhooks.add(GRETA, draft("keys", URL, EnumSet.of(NoticeKind.ALARM)), Webhooks.Signing.KEYS);

        assertThat(post.webhooks.rotate(GRETA, keys.id(), 1).secret().publicKey())
                .startsWith("whpk_")
                .isNotEqualTo(keys.secret().publicKey());
    }

    @Test
    void neitherSecretNorAddressIsInWhatLogsSay() {
        Webhook made =
                post.webhooks.add(GRETA, draft("chat", URL, EnumSet.of(NoticeKind.ALARM)), Webhooks.Signing.SECRET);

        assertThat(made.toString() + made.draft()).doesNotContain("whsec_").doesNotContain("127.0.0.1");
    }

    @Test
    void whatIsOnItsWayToARemovedOneIsRemovedToo() {
        Webhook webhook = post.webhook(URL);
        office.live(Office.edit(2, "comment", "c"));
        post.spread();
        assertThat(post.in(Delivery.State.WAITING)).hasSize(1);
        post.webhooks.remove(GRETA, webhook.id(), 1);

        assertThat(post.in(Delivery.State.WAITING)).isEmpty();
    }
}
