package dev.rehearsal.mirror;

import dev.rehearsal.access.MirroredPeople;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.mirror.store.FetchedStore;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.NodeRole;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks at the followed Balrog again and again, until somebody takes over. */
@Component
public class Follower implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PINS_AT_ONCE = 50;

    private final FollowOptions options;
    private final FollowedTables tables;
    private final Rules rules;
    private final Releases releases;
    private final MirroredPeople people;
    private final DatabaseClock clock;
    private final NodeRole role;
    private final FetchedStore store;
    private final ReleaseWriter writing;
    private final StoredContents contents;
    private @Nullable Mirror mirror;
    private final AtomicReference<@Nullable Filled> filled = new AtomicReference<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Follower(
            FollowOptions options,
            FollowedTables tables,
            FetchedStore store,
            ReleaseWriter writing,
            StoredContents contents,
            Rules rules,
            Releases releases,
            MirroredPeople people,
            DatabaseClock clock,
            @Value(NodeRole.OPTION) NodeRole role) {
        this.options = options;
        this.tables = tables;
        this.rules = rules;
        this.releases = releases;
        this.people = people;
        this.clock = clock;
        this.role = role;
        this.store = store;
        this.writing = writing;
        this.contents = contents;
    }

    /** Made when it is first needed: whoever follows nobody pays for nothing. */
    private Mirror mirror() {
        Mirror known = mirror;
        if (known == null) {
            BalrogClient client = new BalrogClient(
                    options.base(), options.token(), new Throttle(options.rate(), Thread::sleep), PATIENCE);
            ReleaseFetch fetch = new ReleaseFetch(client, writing, contents);
            known = new Mirror(
                    new ListingReader(client, options.isPublic()),
                    new FetchedReleases(store, fetch),
                    fetch,
                    new PinCandidates(PINS_AT_ONCE),
                    tables,
                    rules,
                    releases,
                    people,
                    clock);
            mirror = known;
        }
        return known;
    }

    /** The number of releases that are here, of those that the source has. */
    public record Filled(int here, int all) {}

    /** Returns how far the latest look is with fetching releases; empty before the first. */
    public Optional<Filled> filled() {
        return Optional.ofNullable(filled.get());
    }

    /**
     * Finds out whom this installation follows, before anything is served or written.
     *
     * @throws FollowingException if it cannot follow whom it is told to
     */
    public void begin() {
        FollowState known = tables.read().orElse(null);
        if (!options.isSet() || !role.isForAdmins()) {
            if (known != null && known.goesOn() && role.isForAdmins()) {
                LOG.warn(
                        "{} is followed here, but rehearsal.follow.url is not set: nothing is read from there now",
                        known.source());
            }
        } else if (known == null) {
            if (!rules.all().isEmpty() || !releases.all().isEmpty()) {
                throw new FollowingException(
                        "The database holds rules or releases of its own, so '%s' cannot be followed: start with an empty database, or without rehearsal.follow.url."
                                .formatted(options.base()));
            }
            tables.begin(options.base(), kinds());
        } else if (!known.goesOn()) {
            LOG.warn(
                    "{} was taken over at {} by {}: it is not followed any more, and rehearsal.follow.url means nothing",
                    known.source(),
                    known.endedAt(),
                    known.endedBy());
        } else if (!known.source().equals(options.base())) {
            throw new FollowingException(
                    "This installation follows '%s', not '%s': start with an empty database to follow another Balrog."
                            .formatted(known.source(), options.base()));
        }
        follow();
    }

    /** What it shows in any case; what else, the first copy tells. */
    private Set<MirroredKind> kinds() {
        Set<MirroredKind> kinds =
                EnumSet.of(MirroredKind.RULES, MirroredKind.RELEASES, MirroredKind.PINS, MirroredKind.SHUTOFFS);
        if (!options.isPublic()) {
            kinds.addAll(
                    EnumSet.of(MirroredKind.SETS, MirroredKind.REQUIREMENTS, MirroredKind.PERMISSION_REQUIREMENTS));
        }
        return kinds;
    }

    /** Looks once, and keeps how it went; whatever comes of it, what is here goes on. */
    void look() {
        try {
            mirror().look((here, all) -> filled.set(new Filled(here, all)));
        } catch (SourceException e) {
            told(String.valueOf(e.getMessage()));
        } catch (RefusedException e) {
            LOG.info("Not mirrored: {}", e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What the followed Balrog shows cannot be written now: {}", StorageFailure.reason(e));
            if (StorageFailure.of(e) == StorageFailure.FAULT) {
                told("it shows something that cannot be stored; this installation's log says what");
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("What is followed cannot be mirrored, and the reason is a fault of ours", e);
            told("it shows something that cannot be mirrored; this installation's log says what");
        }
    }

    private void told(String trouble) {
        boolean isNew = tables.latest().map(FollowState::awaySince).isEmpty();
        if (isNew) {
            LOG.warn("The Balrog that is followed cannot be read: {}", trouble);
        }
        try {
            tables.away(clock.now(), trouble);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What was read of the followed Balrog cannot be kept now: {}", StorageFailure.reason(e));
        } catch (RuntimeException e) {
            LOG.error("That the followed Balrog cannot be read is not kept, and the reason is a fault of ours", e);
        }
    }

    private void followUntilStopped(CountDownLatch stop) {
        try {
            do {
                look();
            } while (goesOn() && !stop.await(options.interval().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return tables.latest().filter(FollowState::goesOn).isPresent();
    }

    private synchronized void follow() {
        if (options.isSet() && role.isForAdmins() && goesOn() && !isRunning()) {
            CountDownLatch stop = new CountDownLatch(1);
            stopped = stop;
            Thread.ofVirtual().name("follower").start(() -> followUntilStopped(stop));
        }
    }

    /** Begins with {@link #begin}, which may be long after the start where the database is away then. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** After the tables were looked at. */
    @Override
    public int getPhase() {
        return 1;
    }
}
