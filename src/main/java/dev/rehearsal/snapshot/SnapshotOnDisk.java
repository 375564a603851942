package dev.rehearsal.snapshot;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ContentNotKeptException;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.snapshot.file.KeptSnapshot;
import dev.rehearsal.snapshot.file.SnapshotFile;
import dev.rehearsal.snapshot.file.SnapshotFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps what this node serves in a file, if it is told where, and serves it from there while the database is away. */
@Component
public class SnapshotOnDisk {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotOnDisk.class);

    private final KeptFile kept;
    private final @Nullable SnapshotFile file;
    private final SnapshotKeeper snapshots;
    private final StoredContents contents;
    private final SnapshotHolder serving;
    private final Clock clock;
    private @Nullable SnapshotVersion written;
    private volatile Condition condition = new Condition(null, null, 0);

    SnapshotOnDisk(
            KeptFile kept, SnapshotKeeper snapshots, StoredContents contents, SnapshotHolder serving, Clock clock) {
        this.kept = kept;
        this.file = kept.file().orElse(null);
        this.snapshots = snapshots;
        this.contents = contents;
        this.serving = serving;
        this.clock = clock;
    }

    /**
     * The condition of the file.
     *
     * @param written when it was written last; null where this process has not yet
     * @param problem a sentence; null while all is well
     * @param failures how often it could be neither written nor read
     */
    record Condition(@Nullable Instant written, @Nullable String problem, long failures) {

        Condition failed(@Nullable String sentence) {
            return new Condition(written, sentence, failures + 1);
        }
    }

    boolean isWanted() {
        return file != null;
    }

    Condition condition() {
        return condition;
    }

    /** Serves what the file has kept, unless it is not whole: then it says so, and there is nothing to serve. */
    public synchronized void serve() {
        if (file == null) {
            return;
        }
        try {
            KeptSnapshot found = kept.take();
            if (snapshots.serve(found)) {
                written = found.state().version();
                LOG.warn(
                        "Serving version {} from {}: the database was there for the last time {} ago",
                        found.state().version().version(),
                        file.path(),
                        Duration.between(found.confirmed(), clock.instant()));
            }
        } catch (SnapshotFileException e) {
            condition = condition.failed(e.getMessage());
            LOG.error("{} Nothing is served until the database answers.", e.getMessage());
        }
    }

    /** Writes the file anew if something else is served by now; notes otherwise that it still holds. */
    synchronized void keep() {
        if (file == null) {
            return;
        }
        try {
            NodeState state = snapshots.current();
            if (state.version().equals(written) && kept.isThere()) {
                file.confirm(clock.instant().minus(serving.age(clock.instant())));
                return;
            }
            long size = file.write(state.servable(), clock.instant(), ReleasesToServe.of(state, contents), this::json);
            written = state.version();
            condition = new Condition(clock.instant(), null, condition.failures());
            LOG.debug("Version {} is kept in {}: {} bytes", state.version().version(), file.path(), size);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Nothing is written for now: {}", StorageFailure.reason(e));
        } catch (IOException | RuntimeException e) {
            tell("The snapshot file %s cannot be written: %s.".formatted(file.path(), e), e);
        }
    }

    /** Once, not at every attempt. */
    private void tell(String sentence, Exception failure) {
        if (!sentence.equals(condition.problem())) {
            LOG.error("{}", sentence, failure instanceof RuntimeException ? failure : null);
        }
        condition = condition.failed(sentence);
    }

    private Optional<byte[]> json(ContentHash content) {
        try {
            return Optional.of(contents.json(content).toString().getBytes(StandardCharsets.UTF_8));
        } catch (ContentNotKeptException e) {
            LOG.debug("Not kept: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
