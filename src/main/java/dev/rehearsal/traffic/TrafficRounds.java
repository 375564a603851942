package dev.rehearsal.traffic;

import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.traffic.store.ListStore;
import dev.rehearsal.traffic.store.SampleStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Does one round after another: closes what was sampled when its time is over, writes it, merges what is old, and deletes
 * what is too old. Every node writes what it sampled; nodes for administration do the rest.
 */
@Component
class TrafficRounds {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficRounds.class);

    private final UnwrittenSamples waiting;
    private final SampleStore samples;
    private final ListStore lists;
    private final StoredTraffic traffic;
    private final SamplingOptions options;
    private final Clock clock;
    private final boolean tidies;
    private Instant begun;
    private @Nullable String tidied;
    private String lastTold = "";

    TrafficRounds(
            UnwrittenSamples waiting,
            SampleStore samples,
            ListStore lists,
            StoredTraffic traffic,
            SamplingOptions options,
            Clock clock,
            @Value(NodeRole.OPTION) NodeRole role) {
        this.waiting = waiting;
        this.samples = samples;
        this.lists = lists;
        this.traffic = traffic;
        this.options = options;
        this.clock = clock;
        this.tidies = role.isForAdmins();
        this.begun = clock.instant();
    }

    /** Does the next round. */
    synchronized void next() {
        Instant now = clock.instant();
        if (span(now) != span(begun)) {
            close(now);
        } else {
            waiting.look(now);
        }
        write();
        if (tidies) {
            tidy(now);
        }
    }

    /** Returns which of the spans of equal length it is in. */
    private long span(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), options.every().toMillis());
    }

    private void close(Instant now) {
        waiting.close(begun, now);
        begun = now;
    }

    /** Writes what there is, since this node ends. */
    synchronized void end() {
        close(clock.instant());
        write();
    }

    /** What cannot be written waits. A copy of the database, or a user who may only read, is told of once. */
    private void write() {
        try {
            for (Optional<SampledSpan> next = waiting.first(); next.isPresent(); next = waiting.first()) {
                samples.put(next.get());
                waiting.written(next.get());
                traffic.forget();
                lastTold = "";
            }
        } catch (DataAccessException | TransactionException e) {
            String reason = StorageFailure.reason(e);
            if (StorageFailure.of(e) == StorageFailure.FAULT && !reason.equals(lastTold)) {
                LOG.warn("What was sampled of requests cannot be written to this database, and waits: {}", reason);
                lastTold = reason;
            }
        }
    }

    private void tidy(Instant now) {
        try {
            int gone = samples.prune(now.minus(options.keep()))
                    + lists.prune(now.minus(options.keep()))
                    + deleteUnwanted();
            if (gone > 0) {
                traffic.forget();
            }
            merge(now);
        } catch (OptimisticLockingFailureException e) {
            LOG.debug("Samples are merged by another node: {}", e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Old samples wait for the database: {}", StorageFailure.reason(e));
        }
    }

    /** What nobody wants to be kept any more. */
    private int deleteUnwanted() {
        if (!options.sample()) {
            return samples.deleteAll();
        }
        return options.without().isEmpty() ? 0 : samples.deleteOf(options.without());
    }

    private void merge(Instant now) {
        String found = span(now) + " " + samples.state();
        if (found.equals(tidied)) {
            return;
        }
        for (SpanGroups.Group group : SpanGroups.of(samples.heads(), now, options)) {
            List<SampledSpan> members = samples.spans(group.ids());
            if (members.size() == group.ids().size()) {
                samples.replace(group.ids(), Populations.merge(members, group.most()));
                traffic.forget();
            }
        }
        tidied = span(now) + " " + samples.state();
    }
}
