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
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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
    private final AtomicReference<Judged> latest = new AtomicReference<>(new Judged(-1, List.of()));

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

    private record Judged(long liveVersion, List<TestedState> states) {}

    /**
     * @param after what is live once this entry is committed
     * @param untested the pairs whose gates were passed over
     */
    void record(Write write, Decision.Situation before, Tables after, Set<ProductChannel> untested) {
        List<TestedState> states = new ArrayList<>();
        if (after != before.live()) {
            SortedSet<String> products = GateCheck.productsNamedIn(before.live(), after);
            for (String channel : testedChannels(before.context())) {
                Function<String, Fingerprint> was = Fingerprint.over(before.live(), contents, channel);
                Function<String, Fingerprint> becomes = Fingerprint.over(after, contents, channel);
                for (String product : products) {
                    TestedState then = new TestedState(product, channel, was.apply(product));
                    TestedState now = new TestedState(product, channel, becomes.apply(product));
                    if (!then.equals(now)) {
                        verdicts.nowServed(write, then, now, untested.contains(new ProductChannel(product, channel)));
                    }
                    states.add(now);
                }
            }
        }
        latest.set(new Judged(write.found().liveVersion() + 1, states));
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
        if (judged.liveVersion() != liveVersion || version.liveVersion() != liveVersion) {
            LOG.warn(
                    "What change set {} made live was not compared with what was judged: it led to version {} of the live"
                            + " tables, which are at {} by now",
                    enacted,
                    liveVersion,
                    version.liveVersion());
            return;
        }
        Tables tables = live.at(version);
        Map<String, Function<String, Fingerprint>> byChannel = new HashMap<>();
        for (TestedState state : judged.states()) {
            Fingerprint found = byChannel
                    .computeIfAbsent(state.liveChannel(), channel -> Fingerprint.over(tables, contents, channel))
                    .apply(state.product());
            if (!found.equals(state.fingerprint())) {
                alarms.raise(new Alarms.Alarm(
                        clock.instant(), enacted, state.product(), state.liveChannel(), state.fingerprint(), found));
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
