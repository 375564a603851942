package dev.rehearsal.notice;

import dev.rehearsal.Office;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Access;
import dev.rehearsal.access.People;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.RetrySchedule;
import dev.rehearsal.notice.outgoing.Sender;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.notice.store.WebhookStore;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The post of an office: webhooks may lead to this machine, and every round is gone by hand. */
public final class Post {

    static final PublicAddress ADDRESS = new PublicAddress("https://rehearsal.example/");

    /** For how long a node has a delivery to itself. */
    static final Duration IN_HAND = Duration.ofSeconds(60);

    private static final Actor GRETA = new Actor(Office.GRETA);

    final TestDatabase database;
    public final Webhooks webhooks;
    final Deliveries deliveries;
    final DeliveryAttempts attempts;

    public Post(TestDatabase database) {
        this.database = database;
        OutgoingHosts hosts = new OutgoingHosts(List.of("127.0.0.1"), true, InetAddress::getAllByName);
        Sender sender = new Sender(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(20));
        this.webhooks = new Webhooks(
                database.bean(WebhookStore.class),
                database.bean(DeliveryStore.class),
                hosts,
                database.bean(WriteLock.class),
                database.bean(Access.class));
        this.deliveries = database.bean(Deliveries.class);
        this.attempts = attempts(database, sender);
    }

    private static DeliveryAttempts attempts(TestDatabase database, Sender sender) {
        return new DeliveryAttempts(
                database.bean(DeliveryStore.class),
                database.bean(WebhookStore.class),
                database.bean(NoticeWishes.class),
                database.bean(People.class),
                database.bean(Mailbox.class),
                sender,
                new RetrySchedule(() -> 0.5),
                ADDRESS,
                database.bean(NoticeOptions.class),
                database.bean(DatabaseClock.class));
    }

    /** Makes one for all kinds, which is not told of what was before. */
    public Webhook webhook(String url) {
        return webhook(url, EnumSet.allOf(NoticeKind.class), null, null);
    }

    Webhook webhook(String url, Set<NoticeKind> kinds, @Nullable String product, @Nullable String channel) {
        spread();
        return webhooks.add(
                GRETA,
                new WebhookDraft("a webhook", url, Webhook.Format.STANDARD, kinds, product, channel),
                Webhooks.Signing.SECRET);
    }

    /** Gives what was written to its receivers, without looking for what waits. */
    public void spread() {
        database.bean(Distribution.class).run();
    }

    /** Looks for what waits, too. */
    void round() {
        database.bean(NoticeRounds.class).forget();
        database.bean(NoticeRounds.class).next();
    }

    /** Delivers until nothing is due any more. */
    public void deliver() {
        for (List<Delivery> due = attempts.due(); !due.isEmpty(); due = attempts.due()) {
            due.forEach(attempts::deliver);
        }
    }

    void timePasses(Duration time) {
        database.bean(TestClock.class).advance(time);
    }

    /** Until what has waited longest is tried again; not at all where nothing waits. */
    void timePassesUntilDue() {
        List<Delivery> waiting = in(Delivery.State.WAITING);
        if (!waiting.isEmpty()) {
            Duration time = Duration.between(
                    database.bean(TestClock.class).instant(), waiting.getLast().nextAt());
            timePasses(time.isNegative() ? Duration.ZERO : time);
        }
    }

    public List<Delivery> in(Delivery.State state) {
        return deliveries.latest(GRETA, state, 0, 1_000);
    }

    /** The kinds and titles of all that was written, in that order. */
    List<String> written() {
        return database.rows("select kind, title from notices order by id").stream()
                .map(row -> row.get("kind") + ": " + row.get("title"))
                .toList();
    }

    /** As {@link #written}, of one kind. */
    List<Map<String, @Nullable Object>> of(NoticeKind kind) {
        return database.rows("select title, text, people, path, by_person from notices where kind = '%s' order by id"
                .formatted(kind.wireName()));
    }
}
