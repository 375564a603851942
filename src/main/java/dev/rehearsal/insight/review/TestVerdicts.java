package dev.rehearsal.insight.review;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.ScopedStages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes testers' verdicts on what a test channel serves at that very moment. */
@Service
public class TestVerdicts {

    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_ATTEMPTS = 10;

    private final SnapshotKeeper snapshots;
    private final ReleaseContents contents;
    private final WriteLock writeLock;
    private final People people;
    private final Verdicts verdicts;

    TestVerdicts(
            SnapshotKeeper snapshots, ReleaseContents contents, WriteLock writeLock, People people, Verdicts verdicts) {
        this.snapshots = snapshots;
        this.contents = contents;
        this.writeLock = writeLock;
        this.people = people;
        this.verdicts = verdicts;
    }

    /** @param fingerprint of the state that the tester looked at */
    public record Word(
            String testChannel,
            String product,
            Fingerprint fingerprint,
            Outcome outcome,
            @Nullable String note) {}

    /**
     * Records a verdict.
     *
     * @throws RefusedException with reason CONFLICT if the test channel does not serve that state now
     */
    public Verdict give(Actor by, Word word) {
        if (word.note() != null && word.note().length() > LONGEST_NOTE) {
            throw RefusedException.invalid("note", "must be at most " + LONGEST_NOTE + " characters long");
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            NodeState state = snapshots.refresh();
            TestedState served = served(state, word);
            Optional<Verdict> given = writeLock.write(by, WriteKind.QUEUE, write -> {
                Person person = people.find(by);
                if (!person.isKnown()) {
                    throw RefusedException.forbidden(by + " has no permission or role here, so no say");
                }
                // Somebody wrote in between: what was looked at above may not be served any more.
                return write.found().equals(state.version())
                        ? Optional.of(
                                verdicts.record(write, served, word.testChannel(), word.outcome(), word.note(), person))
                        : Optional.empty();
            });
            if (given.isPresent()) {
                return given.get();
            }
        }
        throw RefusedException.conflict("too much is being written at this moment: try again");
    }

    private TestedState served(NodeState state, Word word) {
        ChannelMapping mapping = state.mapping(word.product(), word.testChannel())
                .orElseThrow(() ->
                        RefusedException.notFound("'%s' is not a test channel of %s: map it to a live channel first"
                                .formatted(
                                        word.testChannel(),
                                        word.product().equals(ProductChannel.ANY_OTHER)
                                                ? "every product"
                                                : word.product())));
        ScopedStages.Scoped scoped = state.stages().of(mapping);
        if (scoped.scopeIsGone()) {
            throw RefusedException.conflict(
                    "'%s' shows what is live, since the change set that its scope names is not pending: change the scope first"
                            .formatted(word.testChannel()));
        }
        Fingerprint now = Fingerprint.of(scoped.stage().staged(), contents, word.product(), mapping.liveChannel());
        if (!now.equals(word.fingerprint())) {
            throw RefusedException.conflict("'%s' serves another state for %s by now (%s): test that one"
                    .formatted(word.testChannel(), word.product(), now));
        }
        return new TestedState(word.product(), mapping.liveChannel(), now);
    }
}
