package dev.rehearsal.notice;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.insight.review.Audience;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.notice.store.NoticeStore;
import dev.rehearsal.notice.store.WebhookStore;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives what is in the outbox to those who want it, in the order in which it was written, on one node at a time. */
@Component
class Distribution {

    private static final int BATCH = 100;

    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final WebhookStore webhooks;
    private final NoticeWishes wishes;
    private final ChangeSets changeSets;
    private final SnapshotKeeper snapshots;
    private final DatabaseClock clock;
    private final TransactionTemplate transactions;

    Distribution(
            NoticeStore notices,
            DeliveryStore deliveries,
            WebhookStore webhooks,
            NoticeWishes wishes,
            ChangeSets changeSets,
            SnapshotKeeper snapshots,
            DatabaseClock clock,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.wishes = wishes;
        this.changeSets = changeSets;
        this.snapshots = snapshots;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether there is anybody to be told anything. */
    boolean hasReceivers() {
        return wishes.areMailed() || webhooks.all().stream().anyMatch(webhook -> !webhook.isEnded());
    }

    /** Spreads all that is there; returns how much that was. */
    int run() {
        int spread = 0;
        for (int more = batch(); more > 0; more = batch()) {
            spread += more;
        }
        return spread;
    }

    private int batch() {
        List<KeptNotice> waiting = notices.unspread(BATCH);
        return waiting.isEmpty() ? 0 : spread(waiting);
    }

    private int spread(List<KeptNotice> waiting) {
        List<Webhook> takers = webhooks.all();
        Map<String, Wishes> people = wishes.areMailed() ? wishes.all() : Map.of();
        List<List<String>> receivers = waiting.stream()
                .map(notice -> receivers(notice, takers, people))
                .toList();
        return Objects.requireNonNull(transactions.execute(status -> {
            Instant now = clock.now();
            int mine = 0;
            for (int at = 0; at < waiting.size(); at++) {
                if (notices.takeToSpread(waiting.get(at).id(), now)) {
                    deliveries.insert(waiting.get(at).id(), receivers.get(at), now);
                    mine++;
                }
            }
            return mine;
        }));
    }

    private List<String> receivers(KeptNotice notice, List<Webhook> takers, Map<String, Wishes> people) {
        NewNotice told = notice.told();
        List<String> receivers = new ArrayList<>();
        Audience audience = null;
        for (Webhook webhook : takers) {
            if (webhook.takes(told.kind())) {
                if (audience == null && told.set() != null && isNarrow(webhook)) {
                    audience = audience(told.set());
                }
                if (concerns(webhook, told, audience)) {
                    receivers.add(webhook.receiver());
                }
            }
        }
        people.forEach((person, wanted) -> {
            boolean concerned = told.people() == null || told.people().contains(person);
            if (concerned && !person.equals(told.by()) && wanted.include(told.kind())) {
                receivers.add(Delivery.PERSON + person);
            }
        });
        return receivers;
    }

    private static boolean isNarrow(Webhook webhook) {
        return webhook.draft().product() != null || webhook.draft().channel() != null;
    }

    private @Nullable Audience audience(long set) {
        return changeSets
                .find(new ChangeSetId(set))
                .map(found -> new Audiences(snapshots.current()).of(found))
                .orElse(null);
    }

    private static boolean concerns(Webhook webhook, NewNotice told, @Nullable Audience audience) {
        String product = webhook.draft().product();
        String channel = webhook.draft().channel();
        boolean named = isSameOrAny(product, told.product()) && isSameOrAny(channel, told.channel());
        return named && (audience == null || audience.includes(product, channel));
    }

    private static boolean isSameOrAny(@Nullable String wanted, @Nullable String is) {
        return wanted == null || is == null || wanted.equals(is);
    }
}
