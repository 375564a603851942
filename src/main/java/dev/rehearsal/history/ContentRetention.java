package dev.rehearsal.history;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.history.store.ContentMentions;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.serve.NodeRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Removes contents of releases that were never live nor judged, once nothing has needed them for so long. Whoever looks
 * for one afterwards is told that it is not kept. What was live is kept for ever.
 */
@Service
public class ContentRetention {

    private static final Logger LOG = LoggerFactory.getLogger(ContentRetention.class);

    private static final Actor ACTOR = new Actor("retention");

    /** What somebody is about to propose is stored before the set that names it. */
    private static final Duration LEAST = Duration.ofDays(1);

    private final StoredContents contents;
    private final ContentMentions mentions;
    private final WriteLock writeLock;
    private final Clock clock;
    private final Duration kept;
    private final boolean works;

    ContentRetention(
            StoredContents contents,
            ContentMentions mentions,
            WriteLock writeLock,
            Clock clock,
            @Value("${rehearsal.retention.contents:90d}") Duration kept,
            @Value(NodeRole.OPTION) NodeRole role) {
        this.contents = contents;
        this.mentions = mentions;
        this.writeLock = writeLock;
        this.clock = clock;
        this.kept = kept.compareTo(LEAST) < 0 ? LEAST : kept;
        this.works = role.isForAdmins();
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "PT24H")
    void daily() {
        if (!works) {
            return;
        }
        try {
            int removed = prune();
            if (removed > 0) {
                LOG.info("Removed {} parts of releases that were never live nor judged", removed);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Contents are pruned another day: {}", StorageFailure.reason(e));
        }
    }

    /** Returns how many parts were removed. Nobody waits for it unless there are some. */
    public int prune() {
        Instant before = clock.instant().minus(kept);
        if (unneeded(before).isEmpty()) {
            return 0;
        }
        return writeLock.write(ACTOR, WriteKind.QUEUE, write -> {
            Set<ContentHash> unneeded = unneeded(before);
            contents.removeParts(write, unneeded);
            return unneeded.size();
        });
    }

    private Set<ContentHash> unneeded(Instant before) {
        Set<ContentHash> unneeded = new HashSet<>(contents.partsNeverLive(before));
        if (!unneeded.isEmpty()) {
            unneeded.removeAll(mentions.since(before));
        }
        return unneeded;
    }
}
