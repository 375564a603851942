package dev.rehearsal.notice;

import static dev.rehearsal.Office.addRule;
import static dev.rehearsal.Office.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase
class DeliveryAttemptsTest {

    private static final Actor GRETA = new Actor(Office.GRETA);

    private final Office office;
    private final Post post;
    private final Inbox inbox = new Inbox();

    DeliveryAttemptsTest(TestDatabase database) {
        office = new Office(database);
        post = new Post(database);
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    private void tell(int sets) {
        for (int at = 1; at <= sets; at++) {
            office.schedule("Set " + at, at, edit(2, "comment", "c" + at));
        }
        post.spread();
    }

    @Test
    void aNoticeIsDeliveredOnceWithALinkToWhereOneCanAct() {
        post.webhook(inbox.url("/a"));
        tell(1);
        post.deliver();
        post.deliver();

        assertThat(inbox.posts()).singleElement().satisfies(got -> {
            assertThat(got.json().get("type").asString()).isEqualTo("set_changed");
            assertThat(got.json().get("timestamp").asString()).isEqualTo(TestClock.START.toString());
            assertThat(got.json().at("/data/link").asString()).startsWith("https://rehearsal.example/changes/");
            assertThat(got.message()).startsWith("msg_");
        });
    }

    @Test
    void itIsSignedWithTheSecretOfTheWebhook() {
        Webhook webhook = post.webhook(inbox.url("/a"));
        tell(1);
        post.deliver();

        Inbox.Post got = inbox.posts().getFirst();
        assertThat(got.signature())
                .isEqualTo(webhook.secret().sign(got.message(), Long.parseLong(got.timestamp()), got.body()));
    }

    @Test
    void forADayTheSecretBeforeSignsToo() {
        Webhook before = post.webhook(inbox.url("/a"));
        Webhook after = post.webhooks.rotate(GRETA, before.id(), before.dataVersion());
        tell(1);
        post.deliver();
        post.timePasses(Duration.ofHours(25));
        office.schedule("Later", 40, edit(2, "comment", "later"));
        post.spread();
        post.deliver();

        Inbox.Post during = inbox.posts().getFirst();
        Inbox.Post later = inbox.posts().getLast();
        assertThat(during.signature())
                .isEqualTo(signature(after, during) + " "
                        + before.secret().sign(during.message(), Long.parseLong(during.timestamp()), during.body()));
        assertThat(later.signature()).isEqualTo(signature(after, later));
    }

    private static String signature(Webhook webhook, Inbox.Post got) {
        return webhook.secret().sign(got.message(), Long.parseLong(got.timestamp()), got.body());
    }

    @Test
    void whatFailsIsTriedAgainAsTheSameMessageAtAnotherTime() {
        post.webhook(inbox.url("/a"));
        inbox.answer(500);
        tell(1);
        post.deliver();
        assertThat(inbox.posts()).hasSize(1);
        post.timePasses(Duration.ofSeconds(6));
        post.deliver();

        assertThat(inbox.posts()).hasSize(2);
        assertThat(inbox.posts().get(1).message())
                .isEqualTo(inbox.posts().get(0).message());
        assertThat(inbox.posts().get(1).timestamp())
                .isNotEqualTo(inbox.posts().get(0).timestamp());
        assertThat(post.in(Delivery.State.DELIVERED)).hasSize(1);
    }

    @Test
    void afterTenAttemptsItIsGivenUpAndTheNextIsTried() {
        post.webhook(inbox.url("/a"));
        inbox.answer(500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
        tell(2);
        for (int attempt = 1; attempt <= 10; attempt++) {
            post.deliver();
            post.timePassesUntilDue();
        }

        assertThat(post.in(Delivery.State.DEAD)).singleElement().satisfies(dead -> {
            assertThat(dead.answer()).isEqualTo("answered 500");
            assertThat(dead.attempts()).isEqualTo(10);
        });
        assertThat(inbox.titles().getLast()).contains("Set 2");
    }

    @Test
    void whatCannotBePutIntoAMessageIsGivenUpAndTheNextIsDelivered() {
        post.webhook(inbox.url("/a"));
        tell(2);
        post.database
                .bean(JdbcClient.class)
                .sql("update notices set path = 'no|path' where title like '%Set 1%'")
                .update();
        post.deliver();

        assertThat(post.in(Delivery.State.DEAD)).hasSize(1);
        assertThat(inbox.titles()).singleElement().asString().contains("Set 2");
    }

    @Test
    void eachReceiverGetsEverythingInTheOrderInWhichItHappened() {
        post.webhook(inbox.url("/a"));
        post.webhook(inbox.url("/b"));
        inbox.answer(204, 500, 204, 500);
        tell(5);
        for (int round = 0; round < 5; round++) {
            post.deliver();
            post.timePasses(Duration.ofMinutes(10));
        }

        for (String path : List.of("/a", "/b")) {
            assertThat(inbox.posts().stream()
                            .filter(got -> got.path().equals(path))
                            .map(got -> got.title().replaceAll(".*“|”.*", ""))
                            .distinct())
                    .containsExactly("Set 1", "Set 2", "Set 3", "Set 4", "Set 5");
        }
    }

    @Test
    void aReceiverThatIsAwayHoldsUpNoOther() {
        post.webhook("http://127.0.0.1:1/");
        post.webhook(inbox.url("/b"));
        tell(3);
        post.deliver();

        assertThat(inbox.titles()).hasSize(3);
    }

    @Test
    void whoeverAnswersGoneGetsNothingAnyMore() {
        Webhook webhook = post.webhook(inbox.url("/a"));
        inbox.answer(410);
        tell(2);
        post.deliver();
        office.schedule("Later", 5, addRule("channel", "nightly"));
        post.spread();
        post.deliver();

        assertThat(inbox.posts()).hasSize(1);
        assertThat(post.webhooks.find(GRETA, webhook.id()).endedWhy()).contains("410");
        assertThat(post.in(Delivery.State.DEAD)).hasSize(2);
    }

    @Test
    void whatWasGivenUpIsSentAgainAsTheMessageThatItWas() {
        Webhook webhook = post.webhook(inbox.url("/a"));
        inbox.answer(410);
        tell(1);
        post.deliver();
        post.webhooks.replace(
                GRETA, webhook.id(), post.webhooks.find(GRETA, webhook.id()).dataVersion(), webhook.draft());

        post.deliveries.sendAgain(GRETA, post.in(Delivery.State.DEAD).getFirst().id());
        post.deliver();

        assertThat(inbox.posts()).hasSize(2);
        assertThat(inbox.posts().get(1).message())
                .isEqualTo(inbox.posts().get(0).message());
        assertThat(post.in(Delivery.State.DELIVERED)).hasSize(1);
    }

    @Test
    void onlyWhatWasGivenUpIsSentAgain() {
        post.webhook(inbox.url("/a"));
        tell(1);
        post.deliver();
        long delivered = post.in(Delivery.State.DELIVERED).getFirst().id();

        assertThatThrownBy(() -> post.deliveries.sendAgain(GRETA, delivered))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("only what was given up");
    }

    @Test
    void whatAnotherNodeHasInHandIsLeftAlone() {
        post.webhook(inbox.url("/a"));
        tell(1);
        Delivery due = post.attempts.due().getFirst();
        assertThat(post.database
                        .bean(DeliveryStore.class)
                        .claim(due, TestClock.START, TestClock.START.plus(Post.IN_HAND)))
                .isTrue();

        post.attempts.deliver(due);
        assertThat(post.attempts.due()).isEmpty();
        assertThat(inbox.posts()).isEmpty();
    }

    @Test
    void whatANodeHadInHandThatEndedIsDeliveredByAnother() {
        post.webhook(inbox.url("/a"));
        tell(1);
        Delivery due = post.attempts.due().getFirst();
        post.database.bean(DeliveryStore.class).claim(due, TestClock.START, TestClock.START.plus(Post.IN_HAND));
        post.timePasses(Post.IN_HAND);
        post.deliver();

        assertThat(inbox.posts()).hasSize(1);
    }

    @Test
    void whatIsSpreadTwiceIsDeliveredOnce() {
        post.webhook(inbox.url("/a"));
        tell(3);
        post.spread();
        post.deliver();

        assertThat(inbox.posts()).hasSize(3);
    }

    @Test
    void aWebhookGetsOnlyWhatItIsFor() {
        post.webhook(inbox.url("/kind"), EnumSet.of(NoticeKind.SHUTOFF), null, null);
        post.webhook(inbox.url("/product"), EnumSet.allOf(NoticeKind.class), "Thunderbird", null);
        post.webhook(inbox.url("/channel"), EnumSet.allOf(NoticeKind.class), "Firefox", "beta");
        tell(1);
        post.deliver();

        assertThat(inbox.posts().stream().map(Inbox.Post::path)).containsExactly("/channel");
    }

    @Test
    void textIsForChatsAndMentionsNobody() {
        Webhook webhook = post.webhook(inbox.url("/a"));
        post.webhooks.replace(
                GRETA,
                webhook.id(),
                1,
                new WebhookDraft(
                        "chat", inbox.url("/a"), Webhook.Format.TEXT, EnumSet.of(NoticeKind.SET_CHANGED), null, null));
        office.schedule("<!channel> & @here", 1, edit(2, "comment", "c"));
        post.spread();
        post.deliver();

        assertThat(inbox.posts().getFirst().json().get("text").asString())
                .contains("&lt;!channel&gt; &amp; @\u200bhere")
                .contains("https://rehearsal.example/changes/");
    }

    @Test
    void whatWasDeliveredLongAgoIsRemoved() {
        post.webhook(inbox.url("/a"));
        tell(2);
        inbox.answer(204, 410);
        post.deliver();
        post.timePasses(Duration.ofDays(40));
        post.webhook(inbox.url("/b"));
        post.round();

        assertThat(post.in(Delivery.State.DELIVERED)).isEmpty();
        assertThat(post.in(Delivery.State.DEAD)).isEmpty();
    }

    @Test
    void whatIsStillOnItsWayIsNotRemoved() {
        post.webhook("http://127.0.0.1:1/");
        tell(1);
        post.timePasses(Duration.ofDays(40));
        post.round();

        assertThat(post.in(Delivery.State.WAITING)).isNotEmpty();
    }
}
