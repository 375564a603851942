package dev.rehearsal.probe.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.serve.Answer;
import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 10,000 rules, a third of them copies made by hand; a tenth of that by default. */
class LargeAdoptionTest {

    private static final int RULES = (int) Math.max(300, Math.round(10_000 * Share.value()));
    private static final int QUERIES = (int) Math.max(300, Math.round(10_000 * Share.value()));

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final Adoption adoption = database.bean(Adoption.class);

    LargeAdoptionTest() {
        database.admin(TestDatabase.WRITER);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1369379, 2})
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyPairAndEveryDriftIsFound(long seed) {
        ByHand table = new ByHand(RULES, seed).into(database);

        Map<RuleId, RuleId> pairs = new HashMap<>();
        Map<RuleId, RuleField> drifted = new HashMap<>();
        Set<RuleId> copiesAlone = new HashSet<>();
        Set<RuleId> liveAlone = new HashSet<>();
        for (ChannelPair channels : ByHand.CHANNELS) {
            Pairing pairing = adoption.find(channels).pairing();
            pairing.pairs()
                    .forEach(pair -> pairs.put(pair.copy().id(), pair.live().id()));
            pairing.drifted()
                    .forEach(pair -> drifted.put(
                            pair.copy().id(), pair.drifts().getFirst().field()));
            pairing.copiesAlone().forEach(rule -> copiesAlone.add(rule.id()));
            pairing.liveAlone().forEach(rule -> liveAlone.add(rule.id()));
        }

        assertThat(pairs).isEqualTo(table.liveOf);
        assertThat(drifted).isEqualTo(table.drifted);
        assertThat(copiesAlone).isEqualTo(table.leftOver);
        assertThat(liveAlone).isEqualTo(table.withoutCopy);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 3)
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noAnswerOnALiveChannelChangesWhenAllIsMappedAndRetired(long seed) {
        ByHand table = new ByHand(RULES, seed).into(database);
        List<String> urls = ofLiveChannels(seed);
        List<Answer> before = answers(urls);
        assertThat(before)
                .filteredOn(answer -> answer.body().contains("<patch"))
                .hasSizeGreaterThan(QUERIES / 4);

        for (ChannelPair channels : ByHand.CHANNELS) {
            Adopted adopted = database.bean(AdoptionService.class)
                    .adopt(TestDatabase.WRITER, channels, new Scope.WholeQueue(), null);
            ChangeSet retiring = Objects.requireNonNull(adopted.retiring());
            database.bean(EnactmentService.class).enact(TestDatabase.WRITER, retiring.id());
        }

        assertThat(rules()).hasSize(table.size() - table.liveOf.size() - table.leftOver.size());
        assertThat(answers(urls)).isEqualTo(before);
        for (ChannelPair channels : ByHand.CHANNELS) {
            assertThat(adoption.find(channels).pairing().rulesLess()).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 4)
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theAnswersOfFaithfulCopiesDoNotDiffer(long seed) {
        ByHand table = new ByHand(RULES, seed).into(database);
        Set<RuleId> faithful = new HashSet<>(table.liveOf.keySet());
        faithful.removeAll(table.drifted.keySet());

        for (ChannelPair channels : ByHand.CHANNELS) {
            HandKept kept = adoption.find(channels);
            ComparedAnswers compared = adoption.compare(kept, QUERIES / 5, seed, Progress.TO_THE_END);
            assertThat(compared.asked()).isEqualTo(QUERIES / 5);
            assertThat(compared.updates()).isPositive();
            assertThat(compared.differences())
                    .isNotEmpty()
                    .noneMatch(difference -> difference.byHand().rule() != null
                            && faithful.contains(difference.byHand().rule())
                            && Objects.equals(
                                    table.liveOf.get(difference.byHand().rule()),
                                    difference.computed().rule()));
        }
    }

    /** As if each live channel were a test channel of itself. */
    private List<String> ofLiveChannels(long seed) {
        NodeState state = state();
        List<String> urls = new ArrayList<>();
        for (ChannelPair channels : ByHand.CHANNELS) {
            ChannelPair itself = new ChannelPair(channels.product(), channels.liveChannel(), channels.liveChannel());
            List<Rule> rules = rules().stream().filter(itself::reachesLive).toList();
            urls.addAll(new DerivedQueries(itself, state.live(), database.bean(ReleaseContents.class), List.of(), seed)
                    .urls(rules, QUERIES / ByHand.CHANNELS.size() + 1));
        }
        return urls;
    }

    private List<Answer> answers(List<String> urls) {
        UpdateAnswers answers = database.bean(UpdateAnswers.class);
        SnapshotHolder snapshots = database.bean(SnapshotHolder.class);
        return urls.stream()
                .map(url -> (Evaluate) QueryParser.parse(url, null))
                .map(request -> answers.answer(Objects.requireNonNull(snapshots.current()), request))
                .toList();
    }

    private List<Rule> rules() {
        return state().live().ruleSet().inOrder();
    }

    private NodeState state() {
        return database.bean(SnapshotKeeper.class).current();
    }
}
