package dev.rehearsal.dataset;

import static dev.rehearsal.dataset.DatasetJson.aDataset;
import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.dataset.ImportResult.Imported;
import dev.rehearsal.dataset.ImportResult.Unchanged;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@EachDatabase
class DatasetImportTest {

    private static final String RELEASE_ALL = "{'title': 'Ship %s', 'author': 'ada@rehearsal.example', 'due': '%s',"
            + " 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'mapping': '%s'}]}";

    private final TestDatabase database;
    private final DatasetImport imports;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    DatasetImportTest(TestDatabase database) {
        this.database = database.emptied();
        this.imports = database.bean(DatasetImport.class);
    }

    @Test
    void rulesKeepTheirIdsAndDataVersionsAndMayMapToNothing() {
        run(aDataset()
                .withRule(5, "'alias': 'five', 'data_version': 14, 'channel': 'release*', 'mapping': 'F-1'")
                .withRule(406, "'mapping': null")
                .withRelease("F-1"));

        Rule mapped = aRule().withId(5)
                .withAlias("five")
                .forChannel("release*")
                .mapsTo("F-1")
                .withDataVersion(14)
                .build();
        Rule mapless = aRule().withId(406).mapsTo(null).build();
        assertThat(database.bean(Rules.class).all()).containsExactlyInAnyOrder(mapped, mapless);
        assertThat(database.bean(Rules.class).reserveId()).isEqualTo(new RuleId(407));
    }

    @Test
    void whatARealTableHoldsIsKeptAlthoughItCouldNotBeSavedToday() {
        run(aDataset().withRule(1, "'version': '78.*,79.*', 'memory': 'much', 'alias': '2nd', 'locale': 'de, fr'"));

        Rule odd = aRule().forVersion("78.*,79.*")
                .forMemory("much")
                .withAlias("2nd")
                .forLocale("de, fr")
                .mapsTo(null)
                .build();
        assertThat(database.bean(Rules.class).all()).containsExactly(odd);
    }

    @Test
    void rulesAndPinsMayNameReleasesThatAreGone() {
        run(
                aDataset()
                        .withRule(1, "'mapping': 'F-1', 'fallbackMapping': 'F-2'")
                        .with(
                                "pinnable_releases",
                                "{'product': 'Firefox', 'channel': 'release', 'version': '115.', 'mapping': 'F-3', 'data_version': 2}"));

        assertThat(database.bean(Rules.class).all()).hasSize(1);
        assertThat(database.bean(PinnedReleases.class).all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("incarnation")
                .containsExactly(new Pin("Firefox", "release", "115.", new ReleaseName("F-3"), 2));
    }

    @Test
    void releasesKeepTheirBlobsAndVersions() {
        DatasetJson dataset = aDataset()
                .with(
                        "releases",
                        "{'name': 'F-121', 'product': 'Firefox', 'read_only': true, 'data_version': 6, 'blob': "
                                + BlobBuilder.aRelease(9).json() + "}");

        run(dataset);

        assertThat(database.bean(Releases.class).all()).singleElement().satisfies(release -> {
            assertThat(release.withIncarnation(0))
                    .isEqualTo(new Release(new ReleaseName("F-121"), "Firefox", true, 6, release.content()));
            assertThat(database.bean(StoredContents.class).json(release.content()))
                    .isEqualTo(BlobBuilder.aRelease(9).json());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'schema_version': 2, 'hashFunction': 'sha512', 'fakePartials': true",
                "'schema_version': 9, 'x': {'y': [1e400, -0.0, 'a\\ud800b', 123456789012345678901234567890]}, 'platforms': {'a\\u0000': {'locales': {'b\\u0000': {}}}}",
                "'schema_version': 4000, 'products': ['F'], 'blobs': ['R']",
                "'schema_version': 1000, 'hashFunction': 'md5', 'vendors': {'v': 7}"
            })
    void aBlobThatNobodyCouldSaveTodayIsKeptAsItIs(String fields) {
        JsonNode blob = BlobBuilder.parse("{'name': 'F-121', " + fields + "}");

        run(aDataset().withRelease("F-121", blob));

        Release release = database.bean(Releases.class).all().getFirst();
        assertThat(CanonicalJson.bytes(database.bean(StoredContents.class).json(release.content())))
                .isEqualTo(CanonicalJson.bytes(blob));
        assertThat(database.bean(StoredContents.class).blob(release.content())).isNotNull();
    }

    @Test
    void aReleaseWithAnUnknownFieldCanBeEditedTwiceInTheQueue() {
        run(aDataset()
                .withRelease("F-121", BlobBuilder.aRelease(9).with("extra", "1").json())
                .with("change_sets", writeLocale("'fr'", "+PT1H"), writeLocale("'it'", "+PT2H")));

        assertThat(database.bean(ChangeQueue.class).pending()).hasSize(2);
        assertThat(conflicts()).isEmpty();
    }

    private static String writeLocale(String locale, String due) {
        JsonNode blob = BlobBuilder.aRelease(9)
                .with("extra", "1")
                .with(
                        "platforms/WINNT_x86_64-msvc/locales/" + locale.replace("'", ""),
                        "{'completes': [{'from': '*', 'filesize': 7, 'hashValue': 'fed'}]}")
                .json();
        return "{'title': 'Add %s', 'author': 'ada', 'due': '%s', 'changes': [{'object': 'release', 'change_type': 'update', 'name': 'F-121', 'blob': %s}]}"
                .formatted(locale.replace("'", ""), due, blob);
    }

    @Test
    void shutoffsAndMappingsAreImported() {
        run(
                aDataset()
                        .with("emergency_shutoffs", "{'product': 'Firefox', 'channel': 'nightly', 'comment': 'broken'}")
                        .with(
                                "channel_mappings",
                                "{'product': null, 'live_channel': 'release', 'test_channel': 'release-cdntest'}",
                                "{'product': 'Firefox', 'live_channel': 'beta', 'test_channel': 'beta-cdntest', 'scope': 'next_only'}"));

        assertThat(database.bean(EmergencyShutoffs.class).all())
                .containsExactly(new Shutoff("Firefox", "nightly", "broken", 1));
        assertThat(database.bean(ChannelMappings.class).all())
                .extracting(ChannelMapping::product, ChannelMapping::testChannel, ChannelMapping::scope)
                .containsExactly(
                        tuple(null, "release-cdntest", new Scope.WholeQueue()),
                        tuple("Firefox", "beta-cdntest", new Scope.NextOnly()));
    }

    @Test
    void changeSetsAreScheduledOnWhatWasImported() {
        run(twoReleases().with("change_sets", RELEASE_ALL.formatted("2", "+PT4H", "F-2")));

        ChangeSet set = database.bean(ChangeQueue.class).pending().getFirst();
        assertThat(set.title()).isEqualTo("Ship 2");
        assertThat(set.author()).isEqualTo(new Actor("ada@rehearsal.example"));
        assertThat(set.due()).isEqualTo(TestClock.START.plusSeconds(4 * 3600));
        assertThat(staged(1).mapping()).isEqualTo(new ReleaseName("F-2"));
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void aDueTimeInMillisecondsMayLieInThePast() {
        run(twoReleases()
                .with(
                        "change_sets",
                        RELEASE_ALL.formatted("2", "x", "F-2").replace("'due': 'x'", "'due': 1760000000000")));

        assertThat(database.bean(ChangeSets.class).inState("disarmed", 10))
                .as("it waits for a decision")
                .extracting(ChangeSet::due)
                .containsExactly(Instant.ofEpochMilli(1_760_000_000_000L));
    }

    @Test
    void aChangeSetMayEditWhatAnEarlierOneAddsByItsId() {
        run(
                twoReleases()
                        .with(
                                "change_sets",
                                "{'title': 'Add', 'author': 'ada', 'due': '+PT1H', 'changes': [{'object': 'rule', 'change_type': 'insert', 'rule_id': 50, 'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'F-2'}]}",
                                "{'title': 'Edit', 'author': 'ada', 'due': '+PT2H', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 50, 'priority': 7}]}"));

        assertThat(staged(50).priority()).isEqualTo(7);
        assertThat(database.bean(Rules.class).reserveId()).isEqualTo(new RuleId(51));
    }

    @Test
    void aRuleMayWaitForAReleaseThatALaterSetAdds() {
        run(aDataset()
                .withRule(1)
                .with(
                        "change_sets",
                        RELEASE_ALL.formatted("2", "+PT1H", "F-121"),
                        "{'title': 'Add', 'author': 'ada', 'due': '+PT2H', 'changes': [{'object': 'release', 'change_type': 'insert', 'name': 'F-121', 'product': 'Firefox', 'blob': "
                                + BlobBuilder.aRelease(9).json() + "}]}"));

        assertThat(database.bean(ChangeQueue.class).pending()).hasSize(2);
    }

    @Test
    void scopesReferToChangeSetsByTheirIdsInTheDataset() {
        run(twoReleases()
                .with(
                        "channel_mappings",
                        "{'live_channel': 'release', 'test_channel': 'one', 'scope': 'up_to:77'}",
                        "{'live_channel': 'release', 'test_channel': 'two', 'scope': 'only:1'}")
                .with(
                        "change_sets",
                        RELEASE_ALL.formatted("2", "+PT4H", "F-2").replace("{'title'", "{'id': 77, 'title'")));

        ChangeSetId stored =
                database.bean(ChangeQueue.class).pending().getFirst().id();
        assertThat(database.bean(ChannelMappings.class).all())
                .extracting(ChannelMapping::scope)
                .containsExactly(new Scope.UpTo(stored), new Scope.Only(new ChangeSetId(0)));
    }

    @Test
    void theOrderOfPartsDoesNotMatter() {
        run(aDataset()
                .with("change_sets", RELEASE_ALL.formatted("2", "+PT4H", "F-2"))
                .with("channel_mappings", "{'live_channel': 'release', 'test_channel': 'release-cdntest'}")
                .withRelease("F-1")
                .withRelease("F-2")
                .withRule(1, "'mapping': 'F-1'"));

        assertThat(staged(1).mapping()).isEqualTo(new ReleaseName("F-2"));
    }

    @Test
    void probesComeWithTheAnswersThatTheyMustGet() {
        String url = "/update/3/Firefox/1.0/1/p/de/release/os/d/dv/update.xml";

        ImportResult result = run(aDataset()
                .with(
                        "probes",
                        "{'name': 'German', 'url': 'https://aus.example%s', 'expect': 'release', 'answer': 'F-121', 'data_version': 4}"
                                .formatted(url),
                        "{'name': 'Up to date', 'url': '%s', 'expect': 'no_update', 'note': 'the newest'}"
                                .formatted(url)));

        assertThat(result).isEqualTo(new Imported(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0));
        assertThat(database.bean(Probes.class).all())
                .containsExactly(
                        new Probe(
                                1,
                                "German",
                                url,
                                "Firefox",
                                "release",
                                new Expectation.Release(new ReleaseName("F-121")),
                                null,
                                4),
                        new Probe(
                                2,
                                "Up to date",
                                url,
                                "Firefox",
                                "release",
                                new Expectation.NoUpdate(),
                                "the newest",
                                1));
        assertThat(database.rows("select * from probes_history")).hasSize(2);
    }

    @Test
    void peopleComeWithTheirRolesAndWhatTheyMayDo() {
        ImportResult result = run(aDataset()
                .with(
                        "people",
                        "{'name': 'ada', 'roles': ['releng', 'qa'], 'permissions': {'admin': {}, 'rule':"
                                + " {'products': ['Firefox'], 'actions': ['create']}}}",
                        "{'name': 'ben', 'permissions': {'permission': null}}",
                        "{'name': 'emi', 'roles': ['qa']}"));

        assertThat(result).isEqualTo(new Imported(0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        People people = database.bean(People.class);
        Person ada = people.find(new Actor("ada"));
        assertThat(ada.roles()).containsExactlyInAnyOrder(new Role("releng"), new Role("qa"));
        assertThat(ada.permissions().values())
                .containsExactlyInAnyOrder(
                        Permission.unrestricted(PermissionName.ADMIN),
                        new Permission(PermissionName.RULE, Set.of(Action.CREATE), Set.of("Firefox"), 1));
        assertThat(people.all()).extracting(Person::name).containsExactly("ada", "ben", "emi");
        assertThat(database.rows("select distinct changed_by from permissions_history"))
                .hasSize(1);
    }

    @Test
    void peopleKeepTheNumbersThatTheyHadElsewhere() {
        run(aDataset()
                .with(
                        "people",
                        "{'name': 'ada', 'permissions': {'admin': {}}}",
                        "{'id': 7, 'name': 'ben', 'permissions': {'rule': {}}}"));

        People people = database.bean(People.class);
        assertThat(people.find(new Actor("ben")).id()).isEqualTo(new PersonId(7));
        assertThat(people.find(new Actor("ada")).id()).isNotIn(PersonId.NONE, new PersonId(7));
    }

    @Test
    void requirementsAndGatesComeAsTheyAreWhoeverCanMeetThem() {
        ImportResult result = run(
                aDataset()
                        .with(
                                "required_signoffs",
                                "{'product': 'Firefox', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2, 'data_version': 5}",
                                "{'product': 'Firefox', 'role': 'releng', 'signoffs_required': 1}")
                        .with(
                                "gates",
                                "{'live_channel': 'release', 'role': 'qa', 'passes_required': 3, 'test_channels': ['a', 'b'], 'data_version': 4}"));

        assertThat(result).isEqualTo(new Imported(0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0));
        Role releng = new Role("releng");
        assertThat(database.bean(RequiredSignoffs.class).policy())
                .isEqualTo(new SignoffPolicy(
                        List.of(new RequiredSignoff("Firefox", "release", releng, 2, 5)),
                        List.of(new PermissionSignoff("Firefox", releng, 1, 1))));
        Gate gate = database.bean(Gates.class).all().getFirst();
        assertThat(gate).isEqualTo(new Gate(gate.id(), null, "release", new Role("qa"), 3, List.of("a", "b"), 4));
    }

    @Test
    void signoffsComeWithTheirChangeSets() {
        run(twoReleases()
                .with(
                        "change_sets",
                        RELEASE_ALL
                                .formatted("2", "+PT4H", "F-2")
                                .replaceFirst("\\{", "{'signoffs': [{'person': 'ben', 'role': 'releng'}], ")));

        ChangeSetId set = database.bean(ChangeQueue.class).pending().getFirst().id();
        assertThat(database.bean(Signoffs.class).of(set))
                .extracting(Signoff::by, Signoff::role)
                .containsExactly(tuple(new Actor("ben"), new Role("releng")));
    }

    @Test
    void peopleWithoutAnythingAreNotThere() {
        run(aDataset().with("people", "{'name': 'ada', 'roles': [], 'permissions': {}}"));

        assertThat(database.bean(People.class).all()).isEmpty();
    }

    @Test
    void aDatabaseWithPeopleIsNotEmpty() {
        database.write(
                entry -> database.bean(People.class).put(entry, "ada", Permission.unrestricted(PermissionName.ADMIN)));

        assertThatThrownBy(() -> run(aDataset().withRule(1)))
                .hasMessageContaining("The database is not empty (permissions of people: 1)");
    }

    @Test
    void everythingIsOneWriteByTheImport() {
        SnapshotVersion before = database.bean(WriteLock.class).version();

        run(twoReleases().with("change_sets", RELEASE_ALL.formatted("2", "+PT4H", "F-2")));

        assertThat(database.bean(WriteLock.class).version().version()).isEqualTo(before.version() + 1);
        assertThat(database.rows("select changed_by from rules_history"))
                .extracting(row -> row.get("changed_by"))
                .containsExactly("import");
        assertThat(database.bean(SnapshotKeeper.class).current().live().rules()).hasSize(1);
    }

    @Test
    void theSameFileAgainIsNothing() {
        DatasetFile file = twoReleases().in(folder);
        imports.run(file);
        SnapshotVersion before = database.bean(WriteLock.class).version();

        assertThat(imports.run(file)).isEqualTo(new Unchanged());
        assertThat(database.bean(WriteLock.class).version()).isEqualTo(before);
    }

    @Test
    void theSameFileIsNothingEvenIfTheTablesWereChangedSince() {
        DatasetFile file = twoReleases().in(folder);
        imports.run(file);
        database.write(entry -> {
            database.bean(Rules.class).apply(entry, List.of(new RuleId(1)), List.of(), List.of());
            return entry;
        });

        assertThat(imports.run(file)).isEqualTo(new Unchanged());
        assertThat(database.bean(Rules.class).all()).isEmpty();
    }

    @Test
    void anotherFileIsRefused() {
        run(twoReleases());

        assertThatThrownBy(() -> run(twoReleases().withRule(2)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("The database was filled from another file at 2026-03-02T09:00:00Z")
                .hasMessageContaining("start with an empty database");
        assertThat(database.bean(Rules.class).all()).hasSize(1);
    }

    @Test
    void aDatabaseThatHoldsSomethingIsNotFilled() {
        database.write(entry -> {
            database.bean(Rules.class).importAll(entry, List.of(aRule().build()), List.of());
            return entry;
        });

        assertThatThrownBy(() -> run(twoReleases()))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("The database is not empty (rules: 1), so '");
    }

    @Test
    void aRefusedFileCanBePutRightAndImported() {
        assertThatThrownBy(() -> run(aDataset().withRule(9, "'version': 5"))).isInstanceOf(DatasetException.class);

        run(aDataset().withRule(2));

        assertThat(database.bean(Rules.class).reserveId()).isEqualTo(new RuleId(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oracle/dataset.json", "/sample/dataset.json"})
    void recordedAndSampleDataAreImportedWithoutConflicts(String resource) {
        ImportResult result = imports.run(DatasetFile.at("classpath:" + resource));

        assertThat(result).isInstanceOf(Imported.class);
        assertThat(database.bean(Rules.class).all())
                .hasSize(((Imported) result).rules())
                .isNotEmpty();
        assertThat(database.bean(Releases.class).all())
                .hasSize(((Imported) result).releases())
                .isNotEmpty();
        assertThat(conflicts()).isEmpty();
    }

    private ImportResult run(DatasetJson dataset) {
        return imports.run(dataset.in(folder));
    }

    private static DatasetJson twoReleases() {
        return aDataset().withRule(1, "'mapping': 'F-1'").withRelease("F-1").withRelease("F-2");
    }

    private Rule staged(int rule) {
        return Objects.requireNonNull(stage().staged().rules().get(new RuleId(rule)), "rule " + rule);
    }

    private List<Conflict> conflicts() {
        return stage().conflicts();
    }

    private Stage stage() {
        Tables live = database.bean(SnapshotKeeper.class).current().live();
        return Stage.of(live, database.bean(ChangeQueue.class).queued(), database.bean(StoredContents.class));
    }
}
