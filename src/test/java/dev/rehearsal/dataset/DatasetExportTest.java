package dev.rehearsal.dataset;

import static dev.rehearsal.dataset.DatasetJson.aDataset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.ApiTokens;
import dev.rehearsal.access.People;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.dataset.DatasetExport.Extent;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@EachDatabase
class DatasetExportTest {

    private static final Instant DUE = Instant.parse("2027-01-01T00:00:00Z");
    private static final String FR = "platforms/WINNT_x86_64-msvc/locales/fr";
    private static final String BUILD = "{'completes': [{'from': '*', 'filesize': 7, 'hashValue': 'fed'}]}";

    private final TestDatabase database;
    private final DatasetImport imports;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    DatasetExportTest(TestDatabase database) {
        this.database = database.emptied();
        this.imports = database.bean(DatasetImport.class);
        this.changeSets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:oracle/dataset.json", "classpath:sample/dataset.json"})
    void anImportOfAnExportGivesTheSameState(String dataset) {
        imports.run(DatasetFile.at(dataset));

        assertRoundTrip();
    }

    @Test
    void soItDoesAfterReleasesWereWrittenPartByPart() {
        imports.run(oneRelease().in(folder));
        database.admin(TestDatabase.WRITER);
        enactment.enactAtOnce(
                TestDatabase.WRITER,
                "Respin German",
                List.of(write(BlobBuilder.aRelease(9).with("platforms/WINNT_x86_64-msvc/locales/de", BUILD))));

        assertThat(exported().get("releases").get(0).get("part_data_versions").toString())
                .isEqualTo("{\".\":1,\".platforms.WINNT_x86_64-msvc.locales.de\":2}");
        assertRoundTrip();
    }

    @Test
    void soItDoesWithEveryKindOfPendingChange() {
        imports.run(oneRelease()
                .withRule(1, "'mapping': 'F-121', 'alias': 'one'")
                .withRule(2, "'mapping': 'F-121', 'comment': 'old'")
                .withRule(3)
                .withRelease("F-9")
                .in(folder));
        Map<String, @Nullable Object> added =
                Map.of("priority", 5, "mapping", "F-122", "backgroundRate", 10, "update_type", "major");
        schedule(1, write(BlobBuilder.aRelease(9).with(FR, BUILD)));
        ChangeSet addition = schedule(
                2,
                add("F-122"),
                new Proposal.AddRule(added),
                new Proposal.RemoveRule(new RuleId(3), null),
                new Proposal.RemoveRelease(new ReleaseName("F-9"), null));
        RuleId addedRule = addition.changes().stream()
                .filter(Change.RuleAddition.class::isInstance)
                .map(change -> ((Change.RuleAddition) change).rule().id())
                .findFirst()
                .orElseThrow();
        schedule(3, new Proposal.EditRule(addedRule, null, Map.of("backgroundRate", 50)));
        schedule(
                4, edit("F-122", BlobBuilder.aRelease(9).with("name", "'F-122'").with(FR, BUILD)));

        assertRoundTrip();
    }

    @Test
    void soItDoesWithPinsShutoffsAndRequirementsThatAreToChangeAndWithSignoffs() {
        imports.run(oneRelease()
                .with(
                        "people",
                        "{'name': 'ada', 'roles': ['releng'], 'permissions': {'admin': {}}}",
                        "{'id': 77, 'name': 'ben', 'roles': ['releng'], 'permissions': {'rule': {}}}")
                .with("emergency_shutoffs", "{'product': 'Firefox', 'channel': 'beta'}")
                .with(
                        "pinnable_releases",
                        "{'product': 'Firefox', 'channel': 'release', 'version': '12.', 'mapping': 'F-121'}")
                .with(
                        "required_signoffs",
                        "{'product': 'Firefox', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1, 'data_version': 3}",
                        "{'product': 'Firefox', 'role': 'releng', 'signoffs_required': 1}")
                .with(
                        "gates",
                        "{'product': 'Firefox', 'live_channel': 'release', 'role': 'releng', 'passes_required': 1}")
                .with(
                        "freeze_windows",
                        "{'live_channel': 'beta', 'effect': 'deny', 'cron': '0 0 18 * * FRI', 'duration': 'PT62H', 'zone': 'Europe/Berlin', 'title': 'Weekend', 'data_version': 2}")
                .with(
                        "guard_rails",
                        "{'product': 'Firefox', 'live_channel': 'release', 'kind': 'at_most_changed', 'percent': 5, 'mode': 'block', 'cannot_say': 'warn', 'passed_by': 'relman', 'data_version': 2}",
                        "{'live_channel': 'beta', 'kind': 'rate_has_fallback', 'mode': 'dry_run', 'cannot_say': 'block', 'passed_by': 'relman'}")
                .with("urgent_roles", "{'product': 'Firefox', 'channel': 'release', 'role': 'oncall'}")
                .with(
                        "probes",
                        "{'name': 'German', 'url': '/update/1/Firefox/1/1/p/de/release/update.xml', 'expect': 'release', 'answer': 'F-121', 'note': 'n', 'data_version': 3}",
                        "{'name': 'French', 'url': '/update/1/Firefox/1/1/p/fr/release/update.xml', 'expect': 'xml', 'answer': '<updates/>'}")
                .with("change_sets", set("Pins", """
                                {'object': 'pin', 'change_type': 'delete', 'product': 'Firefox', 'channel': 'release', 'version': '12.'},
                                {'object': 'pin', 'change_type': 'insert', 'product': 'Firefox', 'channel': 'release', 'version': '13.', 'mapping': 'F-121'},
                                {'object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'Firefox', 'channel': 'beta'}
                                """), set("Requirements", """
                                {'object': 'required_signoff', 'change_type': 'delete', 'product': 'Firefox', 'channel': 'release', 'role': 'releng'},
                                {'object': 'permission_signoff', 'change_type': 'insert', 'product': 'Other', 'role': 'releng', 'signoffs_required': 1}
                                """))
                .in(folder));

        assertThat(exported().get("change_sets").get(0).get("signoffs").toString())
                .startsWith("[{\"person\":\"ada\",\"role\":\"releng\",");
        assertRoundTrip();
    }

    private static String set(String title, String changes) {
        return "{'title': '%s', 'author': 'ben', 'due': '+PT4H', 'signoffs': [{'person': 'ada', 'role': 'releng'}], 'changes': [%s]}"
                .formatted(title, changes);
    }

    @Test
    void scopesKeepToTheirChangeSets() {
        imports.run(oneRelease()
                .withRule(1)
                .with("channel_mappings", "{'live_channel': 'release', 'test_channel': 'one', 'scope': 'only:44'}")
                .with(
                        "change_sets",
                        "{'id': 43, 'title': 'First', 'author': 'ada', 'due': 4000000000000, 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'priority': 5}]}",
                        "{'id': 44, 'title': 'Second', 'author': 'ada', 'due': 4000000000001, 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'priority': 6}]}")
                .in(folder));

        assertRoundTrip();
    }

    @Test
    void aSetInConflictIsInTheSameConflictAfterwards() {
        imports.run(oneRelease().withRule(1, "'mapping': 'F-121'").in(folder));
        schedule(1, new Proposal.EditRule(new RuleId(1), null, Map.of("priority", 7)));
        database.admin(TestDatabase.WRITER);
        enactment.enactAtOnce(
                TestDatabase.WRITER,
                "Meanwhile",
                List.of(new Proposal.EditRule(new RuleId(1), null, Map.of("priority", 8))));
        assertThat(conflicts()).hasSize(1);
        List<Conflict> before = conflicts();

        assertRoundTrip();

        assertThat(conflicts()).isEqualTo(before);
        assertThat(export(Extent.WITHOUT_CHANGE_SETS)).contains("\"change_sets\": []");
    }

    private List<Conflict> conflicts() {
        return database.bean(SnapshotKeeper.class)
                .current()
                .stages()
                .wholeQueue()
                .conflicts();
    }

    @Test
    void whatOnlyTheServerKnowsIsNotExported() {
        database.admin(TestDatabase.WRITER);
        database.admin(new Actor("ada"));
        database.bean(ApiTokens.class).create(TestDatabase.WRITER, "ada", "ci", TokenScope.WRITE);
        database.bean(Accounts.class).setPassword(TestDatabase.WRITER, "ada", "correct horse battery");

        String hash = database.rows("select hash from api_tokens")
                .getFirst()
                .values()
                .iterator()
                .next()
                .toString();
        assertThat(export(Extent.EVERYTHING)).doesNotContain(hash, "password", "token", "hash");
    }

    @Test
    void anEmptyDatabaseIsAnEmptyDataset() {
        assertThat(export(Extent.EVERYTHING)).isEqualTo("""
                {
                "rules": [],
                "releases": [],
                "emergency_shutoffs": [],
                "pinnable_releases": [],
                "people": [],
                "required_signoffs": [],
                "gates": [],
                "freeze_windows": [],
                "guard_rails": [],
                "urgent_roles": [],
                "probes": [],
                "channel_mappings": [],
                "change_sets": [],
                "verdicts": []
                }
                """);
    }

    @Test
    void theOrderDependsOnTheStateAlone() {
        imports.run(aDataset()
                .withRule(20)
                .withRule(3)
                .withRelease("F-9")
                .withRelease("F-10")
                .with("emergency_shutoffs", "{'product': 'F', 'channel': 'z'}", "{'product': 'F', 'channel': 'a'}")
                .in(folder));

        JsonNode json = exported();
        assertThat(json.get("rules")
                        .valueStream()
                        .map(rule -> rule.get("rule_id").asInt()))
                .containsExactly(3, 20);
        assertThat(json.get("releases")
                        .valueStream()
                        .map(release -> release.get("name").asString()))
                .containsExactly("F-10", "F-9");
        assertThat(json.get("emergency_shutoffs")
                        .valueStream()
                        .map(shutoff -> shutoff.get("channel").asString()))
                .containsExactly("a", "z");
    }

    private void assertRoundTrip() {
        String exported = export(Extent.EVERYTHING);
        Map<String, Object> before = state();

        database.emptied();
        imports.run(DatasetJson.write(folder, exported));

        assertThat(state()).isEqualTo(before);
        assertThat(export(Extent.EVERYTHING)).isEqualTo(exported);
    }

    /** All that the export claims to keep, and what every mapped test channel would answer from. */
    private Map<String, Object> state() {
        NodeState current = database.bean(SnapshotKeeper.class).current();
        Map<String, Object> state = new TreeMap<>();
        state.put("rules", current.live().rules());
        state.put(
                "releases",
                current.live().releases().values().stream()
                        .collect(Collectors.toMap(Release::name, release -> release.withIncarnation(0))));
        state.put("pins", current.live().pins().releases());
        state.put("shutoffs", current.shutoffs());
        state.put(
                "parts",
                current.live().releases().keySet().stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> database.bean(Releases.class).parts(name))));
        state.put("people", database.bean(People.class).all().toString().replaceAll("grant=\\d+", "grant"));
        state.put("probes", database.bean(Probes.class).all());
        state.put("requirements", current.circumstances().policy());
        state.put(
                "gates",
                current.circumstances().gates().stream()
                        .map(gate -> gate.toString().replaceFirst("id=\\d+", ""))
                        .toList());
        state.put(
                "freeze windows",
                current.circumstances().freezes().rows().stream()
                        .map(window -> window.toString().replaceFirst("id=\\d+", ""))
                        .toList());
        state.put(
                "signoffs",
                current.queue().stream()
                        .map(set -> current.circumstances().signoffsOf(set.id()).stream()
                                .map(signoff -> signoff.by() + " as " + signoff.role())
                                .toList())
                        .toList());
        state.put(
                "queue",
                database.bean(ChangeQueue.class).pending().stream()
                        .map(set -> List.of(set.title(), set.author(), set.due()))
                        .toList());
        for (ChannelMapping mapping : database.bean(ChannelMappings.class).all()) {
            state.put("mapping " + mapping.testChannel() + " " + mapping.product(), mapping.liveChannel());
            state.put(
                    "staged " + mapping.testChannel() + " " + mapping.product(),
                    Fingerprint.of(
                            current.stages().of(mapping).stage().staged(),
                            database.bean(StoredContents.class),
                            mapping.product() == null ? "Firefox" : mapping.product(),
                            mapping.liveChannel()));
        }
        return state;
    }

    private ChangeSet schedule(int day, Proposal... proposals) {
        database.admin(TestDatabase.WRITER);
        return changeSets.schedule(TestDatabase.WRITER, "Set " + day, DUE.plusSeconds(day), List.of(proposals));
    }

    private static Proposal write(BlobBuilder blob) {
        return new Proposal.WriteRelease(
                new ReleaseName("F-121"),
                null,
                (ObjectNode) blob.json(),
                Map.of(".platforms.WINNT_x86_64-msvc.locales.de", 1));
    }

    private static Proposal add(String name) {
        return new Proposal.WriteRelease(
                new ReleaseName(name),
                "Firefox",
                (ObjectNode)
                        BlobBuilder.aRelease(9).with("name", "'" + name + "'").json(),
                Map.of());
    }

    private static Proposal edit(String name, BlobBuilder blob) {
        return new Proposal.ReplaceRelease(new ReleaseName(name), null, null, (ObjectNode) blob.json());
    }

    private static DatasetJson oneRelease() {
        return aDataset().withRelease("F-121");
    }

    private JsonNode exported() {
        return JsonMapper.shared().readTree(export(Extent.EVERYTHING));
    }

    private String export(Extent extent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            database.bean(DatasetExport.class).write(extent, () -> out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
