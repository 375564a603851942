package dev.rehearsal.enactment;

import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.TablesDifference;
import dev.rehearsal.staging.Transition;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers which states the tested live channels serve, so that going back is possible, and checks after each enactment
 * that what is live is what was judged.
 */
@Component
class ServedStates {

    private static final Logger LOG = LoggerFactory.getLogger(ServedStates.class);

    private final Verdicts verdicts;
    private final ReleaseContents contents;
    private final WriteLock writeLock;
    private final LiveTables live;
    private final Alarms alarms;
    private final Clock clock;
    private final TransactionTemplate consistentRead;
    private final AtomicReference<@Nullable Judged> latest = new AtomicReference<>();

    ServedStates(
            Verdicts verdicts,
            ReleaseContents contents,
            WriteLock writeLock,
            LiveTables live,
            Alarms alarms,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.verdicts = verdicts;
        this.contents = contents;
        this.writeLock = writeLock;
        this.live = live;
        this.alarms = alarms;
        this.clock = clock;
        this.consistentRead = new TransactionTemplate(transactions);
        consistentRead.setReadOnly(true);
        consistentRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @param channels those that are tested, or can be
     * @param products those that anything named before or after
     */
    private record Judged(long liveVersion, Tables after, SortedSet<String> channels, SortedSet<String> products) {}

    /**
     * Notes which states end and begin with a write. One that began while its channel was tested ends when it is served no
     * more, whether anybody tests there by then or not, and whether anything names its product.
     *
     * @param after what is live once this entry is committed
     * @param untested the pairs whose gates were passed over
     */
    void record(Write write, Decision.Situation before, Tables after, Set<ProductChannel> untested) {
        List<Transition> moved = TablesDifference.between(before.live(), after);
        SortedSet<String> tested = moved.isEmpty() ? Collections.emptySortedSet() : testedChannels(before.context());
        SortedSet<String> products = GateCheck.productsNamedIn(before.live(), after);
        latest.set(new Judged(write.found().liveVersion() + 1, after, tested, products));
        if (moved.isEmpty()) {
            return;
        }
        Set<String> named = Guards.productsNamed(after, before.context());
        Map<String, Set<String>> followed = new TreeMap<>();
        tested.forEach(channel -> {
            Set<String> all = new TreeSet<>(products);
            all.addAll(named);
            followed.put(channel, all);
        });
        verdicts.followed()
                .forEach(pair -> followed.computeIfAbsent(pair.channel(), channel -> new TreeSet<>())
                        .add(pair.product()));
        followed.forEach((channel, some) -> {
            if (moved.stream().anyMatch(transition -> Reachability.mayConcern(transition, channel))) {
                Function<String, Optional<Fingerprint.Replaced>> replaced =
                        Fingerprint.replaced(before.live(), moved, contents, channel);
                for (String product : some) {
                    replaced.apply(product)
                            .ifPresent(fingerprint -> record(
                                    write,
                                    new ProductChannel(product, channel),
                                    fingerprint,
                                    tested.contains(channel) && named.contains(product),
                                    untested));
                }
            }
        });
    }

    /** @param goesOn whether the channel is tested for this product from now on */
    private void record(
            Write write,
            ProductChannel pair,
            Fingerprint.Replaced replaced,
            boolean goesOn,
            Set<ProductChannel> untested) {
        String product = Objects.requireNonNull(pair.product());
        TestedState before = new TestedState(product, pair.channel(), replaced.before());
        if (goesOn) {
            TestedState after = new TestedState(product, pair.channel(), replaced.after());
            verdicts.nowServed(write, before, after, untested.contains(pair));
        } else {
            verdicts.servedNoMore(write, before);
        }
    }

    /**
     * Reads the tables again after the commit; any difference is a fault of ours, and said aloud. So is it when somebody
     * else has written first, since what this set led to cannot be read any more then.
     *
     * @param enacted the last of the sets that went live with this version
     */
    void verify(long liveVersion, ChangeSetId enacted) {
        try {
            consistentRead.executeWithoutResult(status -> verifyRead(liveVersion, enacted));
        } catch (DataAccessException | TransactionException e) {
            // What was committed stays so, whatever becomes of the database now.
            LOG.warn("What went live could not be read again to compare it: {}", e.getMessage());
        }
    }

    /** Another node may write meanwhile: version and tables must be of one moment. */
    private void verifyRead(long liveVersion, ChangeSetId enacted) {
        Judged judged = latest.get();
        SnapshotVersion version = writeLock.version();
        if (judged == null || judged.liveVersion() != liveVersion || version.liveVersion() != liveVersion) {
            LOG.warn(
                    "What change set {} made live was not compared with what was judged: it led to version {} of the live"
                            + " tables, which are at {} by now",
                    enacted,
                    liveVersion,
                    version.liveVersion());
            return;
        }
        // Not what this node goes on from, which may have been brought forward from what was judged on.
        Tables tables = live.inThisTransaction();
        List<Transition> unlike = TablesDifference.between(judged.after(), tables);
        for (String channel : judged.channels()) {
            if (unlike.stream().noneMatch(transition -> Reachability.mayConcern(transition, channel))) {
                continue;
            }
            Function<String, Fingerprint> meant = Fingerprint.over(judged.after(), contents, channel);
            Function<String, Fingerprint> read = Fingerprint.over(tables, contents, channel);
            for (String product : judged.products()) {
                Fingerprint expected = meant.apply(product);
                Fingerprint found = read.apply(product);
                if (!found.equals(expected)) {
                    alarms.raise(new Alarms.Alarm(clock.instant(), enacted, product, channel, expected, found));
                }
            }
        }
    }

    private static SortedSet<String> testedChannels(ApprovalContext now) {
        TreeSet<String> channels = new TreeSet<>();
        now.gates().forEach(gate -> channels.add(gate.liveChannel()));
        now.mappings().forEach(mapping -> channels.add(mapping.liveChannel()));
        return channels;
    }
}
