package dev.rehearsal.notice;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.notice.outgoing.OutgoingHosts;
import dev.rehearsal.notice.outgoing.WebhookSecret;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.notice.store.WebhookStore;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Webhooks, which administrators make, change and remove; nobody else sees them, since their URLs may be secrets. */
@Service
public class Webhooks {

    /** For how long the secret before the present one signs, too, so that receivers can change over. */
    public static final Duration ROTATION = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final RequiredPermission ADMINISTER = new RequiredPermission(PermissionName.ADMIN, null, null);
    private static final int MOST = 100;

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final OutgoingHosts hosts;
    private final WriteLock writeLock;
    private final Access access;

    Webhooks(WebhookStore store, DeliveryStore deliveries, OutgoingHosts hosts, WriteLock writeLock, Access access) {
        this.store = store;
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.writeLock = writeLock;
        this.access = access;
    }

    /** The ways in which a webhook's requests are signed. */
    public enum Signing {
        /** HMAC-SHA256, {@code v1}. */
        SECRET,
        /** Ed25519, {@code v1a}. */
        KEYS;

        WebhookSecret make() {
            return this == SECRET ? WebhookSecret.shared() : WebhookSecret.pair();
        }
    }

    /** Returns why somebody can neither see nor change webhooks; null if they can. */
    public @Nullable String whyNot(Actor somebody) {
        return access.may(somebody, ADMINISTER) ? null : "you lack the " + ADMINISTER;
    }

    /** Lists the webhooks by name. */
    public List<Webhook> all(Actor by) {
        access.require(by, ADMINISTER);
        return store.all();
    }

    public Webhook find(Actor by, long id) {
        access.require(by, ADMINISTER);
        return current(id);
    }

    /** Returns it with its new secret, which is not shown again. */
    public Webhook add(Actor by, WebhookDraft draft, Signing signing) {
        return write(by, write -> {
            refuse(draft);
            if (store.all().size() >= MOST) {
                throw RefusedException.conflict("there are %d webhooks, and no more can be made".formatted(MOST));
            }
            Webhook webhook = new Webhook(0, draft, signing.make(), null, null, null, null, by.name(), write.at(), 1);
            Webhook made = current(store.insert(webhook));
            LOG.info("{} has made {}", by, made);
            return made;
        });
    }

    /**
     * Replaces what can be chosen; one that has ended gets notices again.
     *
     * @param seen the version that whoever changes it has seen
     */
    public Webhook replace(Actor by, long id, int seen, WebhookDraft draft) {
        return write(by, write -> {
            refuse(draft);
            Webhook before = current(id, seen);
            return changed(
                    write,
                    new Webhook(
                            id,
                            draft,
                            before.secret(),
                            before.previousSecret(),
                            before.previousUntil(),
                            null,
                            null,
                            by.name(),
                            write.at(),
                            seen + 1));
        });
    }

    /** Gives it a new secret; for {@link #ROTATION} the one before signs, too. */
    public Webhook rotate(Actor by, long id, int seen) {
        return write(by, write -> {
            Webhook before = current(id, seen);
            Signing signing = before.secret() instanceof WebhookSecret.Shared ? Signing.SECRET : Signing.KEYS;
            return changed(
                    write,
                    new Webhook(
                            id,
                            before.draft(),
                            signing.make(),
                            before.secret(),
                            write.at().plus(ROTATION),
                            before.endedAt(),
                            before.endedWhy(),
                            by.name(),
                            write.at(),
                            seen + 1));
        });
    }

    /** Removes it with all that is still on its way to it. */
    public void remove(Actor by, long id, int seen) {
        write(by, write -> {
            Webhook before = current(id, seen);
            deliveries.deleteOf(before.receiver());
            store.delete(id);
            LOG.info("{} has removed {}", by, before);
            return before;
        });
    }

    private Webhook changed(Write write, Webhook webhook) {
        store.update(webhook);
        LOG.info("{} has changed {}", write.by(), webhook);
        return webhook;
    }

    private <T> T write(Actor by, Function<Write, T> work) {
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            access.require(by, ADMINISTER);
            return work.apply(write);
        });
    }

    private void refuse(WebhookDraft draft) {
        RefusedException.throwIfAny(draft.problems(hosts));
    }

    private Webhook current(long id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound("there is no webhook " + id));
    }

    private Webhook current(long id, int seen) {
        Webhook current = current(id);
        if (current.dataVersion() != seen) {
            throw RefusedException.invalid(
                    "data_version",
                    "this webhook is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(current.dataVersion(), seen));
        }
        return current;
    }
}
