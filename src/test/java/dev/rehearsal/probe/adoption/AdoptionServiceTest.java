package dev.rehearsal.probe.adoption;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static dev.rehearsal.LiveFirefox.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.QueryParser;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** release-localtest is kept by hand: 990 copies 204 but serves A-151, 991 copies 877, 992 copies nothing. */
@EachDatabase
class AdoptionServiceTest {

    private static final ChannelPair LOCALTEST = new ChannelPair("Firefox", "release", "release-localtest");
    private static final String TESTER = "/update/6/Firefox/140.0/20200101000000/WINNT_x86_64-msvc/de/release-localtest"
            + "/Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml";

    private final LiveFirefox firefox;
    private final TestDatabase database;
    private final Adoption adoption;
    private final AdoptionService adoptionService;

    AdoptionServiceTest(TestDatabase database) {
        this.database = database;
        this.firefox = new LiveFirefox(database)
                .live(
                        release("A-150"),
                        release("A-151"),
                        edit(204, "mapping", "A-150"),
                        rule(
                                990,
                                "alias",
                                "firefox-release-localtest",
                                "channel",
                                "release-localtest",
                                "priority",
                                90,
                                "mapping",
                                "A-151"),
                        rule(991, "channel", "release-localtest", "locale", "ja,ja-JP-mac"),
                        rule(
                                992,
                                "channel",
                                "release-localtest",
                                "version",
                                "<60.0",
                                "locale",
                                "xx",
                                "distribution",
                                "lab"));
        this.adoption = database.bean(Adoption.class);
        this.adoptionService = database.bean(AdoptionService.class);
    }

    private static Proposal release(String name) {
        String version = name.substring(2);
        ObjectNode blob = (ObjectNode) BlobBuilder.aRelease(9)
                .with("name", "'" + name + "'")
                .with("appVersion", "'" + version + ".0'")
                .with("displayVersion", "'" + version + "'")
                .json();
        return new Proposal.AddRelease(new ReleaseName(name), "Firefox", false, blob);
    }

    @Test
    void aChannelKeptByHandIsACandidateAsLongAsThereAreCopies() {
        assertThat(adoption.candidates()).containsExactly(new Candidate(LOCALTEST, false, 3, 1, 1));

        adopt();
        assertThat(adoption.candidates()).containsExactly(new Candidate(LOCALTEST, true, 3, 1, 1));

        enact(adopt().retiring());
        assertThat(adoption.candidates()).isEmpty();
    }

    @Test
    void whatClientsWouldNoticeIsToldWithTheUrl() {
        ComparedAnswers compared = adoption.compare(adoption.find(LOCALTEST), 200, 1, Progress.TO_THE_END);

        assertThat(compared.isWhole()).isTrue();
        assertThat(compared.updates()).isPositive();
        assertThat(compared.differences()).anySatisfy(difference -> {
            assertThat(difference.url()).contains("/release-localtest/");
            assertThat(difference.byHand().rule()).isEqualTo(new RuleId(990));
            assertThat(difference.byHand().body()).contains("151.0");
            assertThat(difference.computed().rule()).isEqualTo(new RuleId(204));
            assertThat(difference.computed().body()).contains("150.0");
            assertThat(difference.byQueueAlone()).isFalse();
        });
    }

    @Test
    void whatOnlyTheQueueMakesDifferentIsToldApart() {
        firefox.live(edit(990, "mapping", "A-150"));
        firefox.pending(ADA, "Ship 151", 1, edit(204, "mapping", "A-151"));

        assertThat(adoption.compare(adoption.find(LOCALTEST), 200, 1, Progress.TO_THE_END)
                        .differences())
                .filteredOn(
                        difference -> new RuleId(990).equals(difference.byHand().rule()))
                .isNotEmpty()
                .allMatch(ComparedAnswers.Difference::byQueueAlone);
    }

    @Test
    void theSameSeedAsksTheSame() {
        HandKept kept = adoption.find(LOCALTEST);

        assertThat(adoption.compare(kept, 30, 7, Progress.TO_THE_END))
                .isEqualTo(adoption.compare(kept, 30, 7, Progress.TO_THE_END));
    }

    @Test
    void aComparisonStopsWhenSomebodySaysSo() {
        ComparedAnswers compared = adoption.compare(adoption.find(LOCALTEST), 200, 1, (asked, planned) -> asked < 10);

        assertThat(compared.asked()).isEqualTo(10);
        assertThat(compared.isWhole()).isFalse();
    }

    @Test
    void whereNobodyHasToSignTheChannelIsMappedAtOnceAndTheCopiesGoInOneSet() {
        Adopted adopted = adopt();

        assertThat(mappings()).contains("release-localtest");
        ChangeSet retiring = Objects.requireNonNull(adopted.retiring());
        assertThat(retiring.state()).isEqualTo(new ChangeSet.Pending());
        assertThat(retiring.changes())
                .extracting(ChangeSet::ruleOf)
                .map(Objects::toString)
                .containsExactlyInAnyOrder("990", "991", "992");
        assertThat(adopted.rulesLess()).isEqualTo(3);

        enact(retiring);
        assertThat(rules()).extracting(rule -> rule.id().value()).containsExactlyInAnyOrder(204L, 311L, 877L);
        assertThat(answer()).contains("150.0");
    }

    @Test
    void whereAMappingNeedsSignoffsTheCopiesAreServedUntilItHasThem() {
        firefox.signedByReleng();

        Adopted adopted = adopt();

        ChangeSet mapping = database.bean(ChangeSets.class)
                .find(Objects.requireNonNull(adopted.mapping()))
                .orElseThrow();
        assertThat(mapping.state()).isEqualTo(new ChangeSet.Pending());
        assertThat(Objects.requireNonNull(adopted.retiring()).state()).isEqualTo(new ChangeSet.Draft());
        assertThat(answer()).contains("151.0");
    }

    @Test
    void askedAgainItMakesNoFurtherSets() {
        firefox.signedByReleng();
        Adopted first = adopt();

        Adopted second = adopt();

        assertThat(second.mapping()).isEqualTo(first.mapping());
        assertThat(Objects.requireNonNull(second.retiring()).id())
                .isEqualTo(Objects.requireNonNull(first.retiring()).id());
    }

    @Test
    void whatIsAdoptedAlreadyIsRefused() {
        enact(adopt().retiring());

        assertThatThrownBy(this::adopt)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("computed from 'release' already");
    }

    @Test
    void whoMayNotRemoveTheCopiesMapsNothing() {
        firefox.permit(RITA, PermissionName.CHANNEL_MAPPING);

        assertThatThrownBy(() -> adoptionService.adopt(RITA, LOCALTEST, new Scope.WholeQueue(), null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("'rule' with action 'delete'");
        assertThat(mappings()).doesNotContain("release-localtest");
    }

    @Test
    void aChannelThatShowsAnotherIsNotAdopted() {
        assertThatThrownBy(() -> adoption.find(new ChannelPair("Firefox", "beta", "release-cdntest")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("shows 'release' already");
    }

    @Test
    void shadowedRulesAreListedUntilTheyAreRemovedAndServedAgainWhenTheChannelIsUnmapped() {
        firefox.live(RowKinds.MAPPINGS.change(null, null, Adoption.proposal(LOCALTEST, new Scope.WholeQueue())));
        TestChannelPreviews previews = database.bean(TestChannelPreviews.class);
        assertThat(previews.of(previews.state(), "release-localtest", "Firefox", null)
                        .shadowed())
                .extracting(rule -> rule.id().value())
                .containsExactlyInAnyOrder(990L, 991L, 992L);
        assertThat(answer()).contains("150.0");

        ChannelMapping mapping = database.bean(ChannelMappings.class).all().getLast();
        firefox.live(RowKinds.MAPPINGS.change(mapping.id(), mapping.dataVersion(), null));

        assertThat(answer()).contains("151.0");
    }

    @Test
    void aRetiredCopyIsRememberedWithTheRuleToChangeInstead() {
        RetiredRules retired = database.bean(RetiredRules.class);
        adopt();
        assertThat(retired.withAlias("firefox-release-localtest")).isEmpty();

        enact(adopt().retiring());

        assertThat(retired.withAlias("firefox-release-localtest").orElseThrow().sentence())
                .isEqualTo(
                        "rule 990 'firefox-release-localtest' was made by hand for 'release-localtest' and is retired:"
                                + " 'release-localtest' is computed now, from 'release' and the changes queued for it. Schedule"
                                + " the change of rule 204 'firefox-release' instead; 'release-localtest' shows that as soon as"
                                + " it is scheduled, 'release' once it is enacted");
        assertThat(retired.withId(new RuleId(991)).orElseThrow().live())
                .map(Rule::id)
                .contains(new RuleId(877));
        assertThat(retired.withId(new RuleId(992)).orElseThrow().sentence())
                .contains("Schedule a change of the rules of 'release' instead");
    }

    @Test
    void aRuleThatIsGoneFromAnOrdinaryChannelIsNotCalledRetired() {
        firefox.live(rule(5, "alias", "beta-main", "channel", "beta"));
        firefox.live(LiveFirefox.remove(5));

        RetiredRules retired = database.bean(RetiredRules.class);
        assertThat(retired.withAlias("beta-main")).isEmpty();
        assertThat(retired.withId(new RuleId(5))).isEmpty();
        assertThat(retired.withAlias("never-was")).isEmpty();
    }

    private Adopted adopt() {
        return adoptionService.adopt(ADA, LOCALTEST, new Scope.WholeQueue(), null);
    }

    private void enact(@Nullable ChangeSet set) {
        database.bean(EnactmentService.class)
                .enact(ADA, Objects.requireNonNull(set).id());
    }

    private List<String> mappings() {
        return database.bean(ChannelMappings.class).all().stream()
                .map(ChannelMapping::testChannel)
                .toList();
    }

    private List<Rule> rules() {
        return database.bean(SnapshotKeeper.class).current().live().ruleSet().inOrder();
    }

    private String answer() {
        return database.bean(UpdateAnswers.class)
                .answer(
                        Objects.requireNonNull(
                                database.bean(SnapshotHolder.class).current()),
                        (Evaluate) QueryParser.parse(TESTER, null))
                .body();
    }
}
