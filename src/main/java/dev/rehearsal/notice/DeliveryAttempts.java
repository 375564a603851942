package dev.rehearsal.notice;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.notice.outgoing.Outcome;
import dev.rehearsal.notice.outgoing.Request;
import dev.rehearsal.notice.outgoing.RetrySchedule;
import dev.rehearsal.notice.outgoing.Sender;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.notice.store.WebhookStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Delivers what is due: to each receiver one thing at a time, in the order in which it was written. What is in one node's
 * hand is left alone by the others for a while; if that node ends meanwhile, it is delivered by another, maybe again.
 */
@Component
class DeliveryAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempts.class);
    private static final int MOST_AT_ONCE = 100;

    private final DeliveryStore deliveries;
    private final WebhookStore webhooks;
    private final NoticeWishes wishes;
    private final People people;
    private final Mailbox mailbox;
    private final Sender sender;
    private final RetrySchedule schedule;
    private final PublicAddress address;
    private final DatabaseClock clock;
    private final Duration inHand;

    DeliveryAttempts(
            DeliveryStore deliveries,
            WebhookStore webhooks,
            NoticeWishes wishes,
            People people,
            Mailbox mailbox,
            Sender sender,
            RetrySchedule schedule,
            PublicAddress address,
            NoticeOptions options,
            DatabaseClock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.wishes = wishes;
        this.people = people;
        this.mailbox = mailbox;
        this.sender = sender;
        this.schedule = schedule;
        this.address = address;
        this.clock = clock;
        this.inHand = options.inHand();
    }

    /** Returns what can be delivered now, one for each receiver. */
    List<Delivery> due() {
        return deliveries.due(clock.now(), MOST_AT_ONCE);
    }

    /** Tries it once, unless another node does. */
    void deliver(Delivery due) {
        Instant now = clock.now();
        if (!deliveries.claim(due, now, now.plus(inHand))) {
            return;
        }
        Outcome outcome = attemptOrSayWhyNot(due, now);
        Instant then = clock.now();
        switch (outcome) {
            case Outcome.Delivered(String said) -> deliveries.end(due.id(), Delivery.State.DELIVERED, said, then);
            case Outcome.Undeliverable(String said) -> deliveries.end(due.id(), Delivery.State.DEAD, said, then);
            case Outcome.Refused(String said) -> endReceiver(due, said, then);
            case Outcome.Failed(String said) -> failed(due, said, then);
        }
    }

    private void endReceiver(Delivery due, String said, Instant then) {
        webhook(due).ifPresent(webhook -> {
            webhooks.end(webhook.id(), then, said);
            LOG.warn("{} {}", webhook, said);
        });
        deliveries.giveUp(due.receiver(), said, then);
    }

    private void failed(Delivery due, String said, Instant then) {
        Optional<Instant> next = schedule.next(due.attempts() + 1, due.since(), then);
        if (next.isPresent()) {
            deliveries.postpone(due.id(), said, next.get());
            LOG.info("Notice {} to {}: {}; next attempt at {}", due.notice().id(), due.receiver(), said, next.get());
        } else {
            deliveries.end(due.id(), Delivery.State.DEAD, said, then);
            LOG.warn("Notice {} to {} is given up: {}", due.notice().id(), due.receiver(), said);
        }
    }

    /** What cannot even be put into a message is given up at once: all that comes after it waits for it. */
    private Outcome attemptOrSayWhyNot(Delivery due, Instant now) {
        try {
            return attempt(due, now);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Notice {} cannot be sent to {}", due.notice().id(), due.receiver(), e);
            return new Outcome.Undeliverable("it cannot be sent, and the reason is a fault of ours: see the log");
        }
    }

    private Outcome attempt(Delivery due, Instant now) {
        if (due.receiver().startsWith(Delivery.PERSON)) {
            return mail(due, now);
        }
        return webhook(due)
                .map(webhook -> webhook.isEnded()
                        ? new Outcome.Undeliverable(Objects.requireNonNullElse(webhook.endedWhy(), "it has ended"))
                        : post(webhook, due.notice(), now))
                .orElseGet(() -> new Outcome.Undeliverable("there is no such webhook any more"));
    }

    private Optional<Webhook> webhook(Delivery due) {
        return due.receiver().startsWith(Webhook.RECEIVER)
                ? webhooks.find(Long.parseLong(due.receiver().substring(Webhook.RECEIVER.length())))
                : Optional.empty();
    }

    private Outcome mail(Delivery due, Instant now) {
        Person person = people.find(new Actor(due.receiver().substring(Delivery.PERSON.length())));
        String to = person.isKnown() ? wishes.of(new Actor(person.name())).address() : "";
        return to.isEmpty()
                ? new Outcome.Undeliverable(person.name() + " has no e-mail address any more")
                : mailbox.send(due.notice(), to, now);
    }

    private Outcome post(Webhook webhook, KeptNotice notice, Instant now) {
        String body = NoticeBody.of(
                webhook.draft().format(), notice, address.of(notice.told().path()));
        long seconds = now.getEpochSecond();
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", notice.message());
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put(
                "webhook-signature",
                webhook.secretsAt(now)
                        .map(secret -> secret.sign(notice.message(), seconds, body))
                        .collect(Collectors.joining(" ")));
        try {
            return Outcome.ofStatus(
                    sender.send(new Request(URI.create(webhook.draft().url()), headers, body)));
        } catch (IOException e) {
            return new Outcome.Failed(said(e));
        }
    }

    private static String said(IOException failure) {
        String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return said.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
