package dev.rehearsal.history;

import static dev.rehearsal.history.JournalFilter.EVERYTHING;
import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRule;
import static dev.rehearsal.history.Writing.writeRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.history.store.ToldTables;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At first there are two releases and a rule for Firefox on release; an hour later something else is written. */
@EachDatabase
class JournalEntriesTest {

    private static final Actor NOBODY = new Actor("nobody@rehearsal.example");

    private final Writing writing;
    private final JournalEntries journal;
    private final Instant start;
    private final ChangeSet first;

    JournalEntriesTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.journal = database.bean(JournalEntries.class);
        this.start = writing.now();
        this.first = writing.directly(addRelease("R1"), addRelease("R2"), addRule("mapping", "R1"));
        writing.anHourPasses();
    }

    @Nested
    class AnEntry {

        @Test
        void ofWhatIsAddedTellsWhatItIs() {
            JournalEntry added = latest("rule");

            assertThat(added.change()).isEqualTo(JournalEntry.Kind.ADDED);
            assertThat(added.key()).isEqualTo("1");
            assertThat(added.by()).isEqualTo(Writing.ADA);
            assertThat(added.at()).isEqualTo(start);
            assertThat(added.changeSet()).isEqualTo(first.id());
            assertThat(added.fields())
                    .containsEntry("mapping", new FieldChange(null, "R1"))
                    .containsEntry("backgroundRate", new FieldChange(null, 100))
                    .doesNotContainKeys("locale", "data_version");
        }

        @Test
        void ofWhatIsEditedTellsWhatDiffers() {
            writing.directly(edit(1, "mapping", "R2", "version", "<120.0", "jaws", true));

            assertThat(latest("rule").change()).isEqualTo(JournalEntry.Kind.EDITED);
            assertThat(latest("rule").fields())
                    .containsOnly(
                            Map.entry("mapping", new FieldChange("R1", "R2")),
                            Map.entry("version", new FieldChange(null, "<120.0")),
                            Map.entry("jaws", new FieldChange(null, true)));
        }

        @Test
        void ofWhatIsRemovedTellsWhatItWas() {
            writing.directly(removeRule(1));

            assertThat(latest("rule").change()).isEqualTo(JournalEntry.Kind.REMOVED);
            assertThat(latest("rule").fields()).containsEntry("channel", new FieldChange("release", null));
        }

        @Test
        void ofARuleThatIsThereAgainBeginsAnew() {
            writing.directly(removeRule(1));
            writing.directly(writing.database.bean(RevertService.class).ruleTo(ruleId(), 1));

            assertThat(latest("rule").change()).isEqualTo(JournalEntry.Kind.ADDED);
            assertThat(latest("rule").fields()).containsEntry("mapping", new FieldChange(null, "R1"));
        }

        @Test
        void ofAReleaseTellsWhichPartsDiffer() {
            writing.directly(writeRelease("R1", "fr"));

            assertThat(latest("release").key()).isEqualTo("R1");
            assertThat(latest("release").fields())
                    .containsOnlyKeys("content", "blob.platforms.WINNT_x86_64-msvc.locales.fr");
            assertThat(latest("release").fields())
                    .hasEntrySatisfying(
                            "blob.platforms.WINNT_x86_64-msvc.locales.fr",
                            part -> assertThat(part.old()).isNull());
        }

        @Test
        void ofAChangeTellsWhatItWouldDo() {
            ChangeSet set = writing.schedule(Duration.ofHours(1), edit(1, "mapping", "R2"));

            assertThat(latest("change").changeSet()).isEqualTo(set.id());
            assertThat(latest("change").fields())
                    .containsEntry("target", new FieldChange(null, "1"))
                    .containsEntry("mapping", new FieldChange("R1", "R2"));
        }

        @Test
        void ofAChangeThatIsEditedTellsWhatItWouldDoInstead() {
            ChangeSet set = writing.schedule(Duration.ofHours(1), edit(1, "mapping", "R2"), addRule("mapping", "R1"));
            writing.anHourPasses();
            writing.changeSets.revise(
                    Writing.BOB,
                    set.id(),
                    null,
                    new dev.rehearsal.change.Revision(
                            null,
                            null,
                            List.of(
                                    edit(1, "priority", 7),
                                    new Proposal.Keep(set.changes().getLast()))));

            assertThat(all(new JournalFilter(null, Set.of("change"), null, null, writing.now(), null, null)))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.change()).isEqualTo(JournalEntry.Kind.EDITED);
                        assertThat(entry.by()).isEqualTo(Writing.BOB);
                        assertThat(entry.fields())
                                .containsOnly(
                                        Map.entry("mapping", new FieldChange("R2", null)),
                                        Map.entry("priority", new FieldChange(null, 7)));
                    });
        }

        @Test
        void ofAChangeThatIsTakenOutTellsThat() {
            ChangeSet set = writing.schedule(Duration.ofHours(1), edit(1, "mapping", "R2"), addRule("mapping", "R1"));
            writing.anHourPasses();
            writing.changeSets.revise(
                    Writing.BOB,
                    set.id(),
                    null,
                    new dev.rehearsal.change.Revision(
                            null, null, List.of(new Proposal.Keep(set.changes().getFirst()))));

            // Whoever took it out is a writer of what is left, which is told as well.
            assertThat(all(EVERYTHING.of("change")).subList(0, 2))
                    .extracting(JournalEntry::key, JournalEntry::change)
                    .containsExactlyInAnyOrder(
                            tuple(set.changes().getLast().id().toString(), JournalEntry.Kind.REMOVED),
                            tuple(set.changes().getFirst().id().toString(), JournalEntry.Kind.EDITED));
        }

        @Test
        void ofAChangeOfConfigurationTellsWhatItWouldDo() {
            ChannelMapping mapping = writing.map("release", "release-cdntest");
            writing.unmap(mapping);

            assertThat(latest("change").fields())
                    .containsEntry("test_channel", new FieldChange("release-cdntest", null))
                    .containsEntry("object", new FieldChange(null, "channel_mapping"));
        }

        @Test
        void ofASetThatIsEnactedTellsThat() {
            ChangeSet set = writing.enact(writing.schedule(Duration.ofHours(1), edit(1, "mapping", "R2")));

            assertThat(latest("change_set").key()).isEqualTo(set.id().toString());
            assertThat(latest("change_set").by()).isEqualTo(Writing.BOB);
            assertThat(latest("change_set").fields())
                    .containsOnly(Map.entry("state", new FieldChange("pending", "enacted")));
        }

        @Test
        void ofAPinIsKeyedByAllThatTellsItFromOthers() {
            writing.pin(new Pin("Firefox", "release", "120.", new ReleaseName("R1"), 1));

            assertThat(latest("pin").key()).isEqualTo("Firefox/release/120.");
        }

        @Test
        void ofAMappingTellsHowFarItShowsTheQueue() {
            ChannelMapping mapping = writing.map("release", "release-cdntest");
            writing.mapped(RowKinds.MAPPINGS.change(
                    mapping.id(), 1, new MappingProposal(null, "release", "release-cdntest", new Scope.NextOnly())));

            assertThat(latest("channel_mapping").fields())
                    .containsOnly(Map.entry("scope", new FieldChange("whole_queue", "next_only")));
        }
    }

    @Nested
    class TheList {

        @Test
        void isNewestFirstOverAllKinds() {
            writing.map("release", "release-cdntest");
            writing.anHourPasses();
            writing.shutOff(new Shutoff("Firefox", "release", "broken", 1));

            assertThat(all(EVERYTHING))
                    .extracting(JournalEntry::object)
                    .startsWith("shutoff", "channel_mapping")
                    .contains("rule", "release", "change_set", "change");
            assertThat(all(EVERYTHING))
                    .extracting(JournalEntry::at)
                    .isSortedAccordingTo((one, other) -> other.compareTo(one));
        }

        @Test
        void comesInPagesThatTogetherAreAll() {
            writing.directly(edit(1, "mapping", "R2"), addRule("mapping", "R2"));
            List<JournalEntry> all = all(EVERYTHING);

            Page<JournalEntry> second = journal.page(NOBODY, EVERYTHING, new Paging(2, 4));

            assertThat(second.count()).isEqualTo(all.size());
            assertThat(second.items()).isEqualTo(all.subList(4, 8));
            assertThat(journal.page(NOBODY, EVERYTHING, new Paging(1_000, 4)).items())
                    .isEmpty();
        }

        @Test
        void tellsOfSignoffsThatAreGivenAndRevoked() {
            signoff("releng");
            signoff(null);

            assertThat(all(EVERYTHING.of("signoff")))
                    .extracting(JournalEntry::key, JournalEntry::change, JournalEntry::changeSet, JournalEntry::fields)
                    .containsExactly(
                            tuple(
                                    "1/bob",
                                    JournalEntry.Kind.REMOVED,
                                    first.id(),
                                    Map.of("role", new FieldChange("releng", null))),
                            tuple(
                                    "1/bob",
                                    JournalEntry.Kind.ADDED,
                                    first.id(),
                                    Map.of("role", new FieldChange(null, "releng"))));
        }

        private void signoff(@Nullable String role) {
            writing.database
                    .jdbc()
                    .sql("insert into signoffs_history (changed_by, changed_at, set_id, person, role)"
                            + " values ('bob', 1, ?, 'bob', ?)")
                    .param(first.id().value())
                    .param(role)
                    .update();
        }

        @Test
        void tellsOfVerdictsEachByItself() {
            for (String outcome : List.of("fail", "pass")) {
                writing.database
                        .jdbc()
                        .sql("insert into verdicts (test_channel, live_channel, product, fingerprint, outcome, person,"
                                + " given_at) values ('release-cdntest', 'release', 'Firefox', 'f', ?, 'bob', 1)")
                        .param(outcome)
                        .update();
            }

            assertThat(all(EVERYTHING.of("verdict")))
                    .extracting(JournalEntry::change)
                    .containsOnly(JournalEntry.Kind.ADDED);
            assertThat(all(EVERYTHING.of("verdict")))
                    .extracting(entry -> entry.fields().get("outcome"))
                    .containsExactly(new FieldChange(null, "pass"), new FieldChange(null, "fail"));
        }

        @Test
        void tellsOfCommentsEachByItself() {
            for (String kind : List.of("request", "take_back")) {
                writing.database
                        .jdbc()
                        .sql("insert into comments (set_id, kind, ends, said, person, person_id, at)"
                                + " values (?, ?, false, 'why', 'bob', 7, 1)")
                        .params(first.id().value(), kind)
                        .update();
            }

            assertThat(all(EVERYTHING.of("comment")))
                    .extracting(
                            JournalEntry::change,
                            JournalEntry::changeSet,
                            entry -> entry.fields().get("kind"),
                            entry -> entry.fields().get("text"))
                    .containsExactly(
                            tuple(
                                    JournalEntry.Kind.ADDED,
                                    first.id(),
                                    new FieldChange(null, "take_back"),
                                    new FieldChange(null, "why")),
                            tuple(
                                    JournalEntry.Kind.ADDED,
                                    first.id(),
                                    new FieldChange(null, "request"),
                                    new FieldChange(null, "why")));
        }

        @Test
        void tellsOfEveryHistoryTable() {
            List<String> tables = writing
                    .database
                    .rows("select table_name as name from information_schema.tables"
                            + " where lower(table_schema) = 'public' and lower(table_name) like '%_history'")
                    .stream()
                    .map(row -> String.valueOf(row.get("name")).toLowerCase(Locale.ROOT))
                    .filter(table -> !table.equals("flyway_schema_history") && !table.equals("release_parts_history"))
                    .toList();

            assertThat(ToldTables.all()).containsAll(tables);
        }
    }

    @Nested
    class AFilter {

        @Test
        void byPersonTellsWhatThatPersonWrote() {
            writing.map("release", "release-cdntest");

            assertThat(all(new JournalFilter(Writing.BOB, Set.of(), null, null, null, null, null)))
                    .allSatisfy(entry -> assertThat(entry.by()).isEqualTo(Writing.BOB))
                    .extracting(JournalEntry::object)
                    .contains("channel_mapping");
        }

        @Test
        void byTimeIsInclusiveAtBothEnds() {
            Instant then = writing.now();
            writing.directly(edit(1, "mapping", "R2"));
            writing.anHourPasses();
            writing.directly(edit(1, "mapping", "R1"));

            assertThat(all(new JournalFilter(null, Set.of("rule"), null, null, then, then, null)))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.at()).isEqualTo(then));
        }

        @Test
        void byChangeSetTellsAllThatBelongsToIt() {
            ChangeSet set = writing.enact(writing.schedule(Duration.ofHours(1), edit(1, "mapping", "R2")));
            writing.directly(edit(1, "mapping", "R1"));

            assertThat(all(new JournalFilter(null, Set.of(), null, null, null, null, set.id())))
                    .extracting(JournalEntry::object)
                    .containsExactlyInAnyOrder("rule", "change", "change_set", "change_set");
        }

        /** Rule 2 is for Thunderbird, rule 3 for every product. */
        @ParameterizedTest
        @CsvSource({"Firefox, 1 3", "Thunderbird, 2 3", "GMP, 3"})
        void byProductTellsWhatIsForItOrForEveryOne(String product, String rules) {
            writing.directly(
                    addRule("mapping", "R1", "product", "Thunderbird"), addRule("mapping", "R1", "product", null));

            assertThat(all(new JournalFilter(null, Set.of("rule"), product, null, null, null, null)))
                    .extracting(JournalEntry::key)
                    .containsExactlyInAnyOrder(rules.split(" "));
        }

        @Test
        void byProductTellsOfRemovalsAndOfWhatMovedElsewhere() {
            writing.directly(addRule("mapping", "R1", "product", "Thunderbird"), addRule("mapping", "R1"));
            writing.anHourPasses();
            Instant then = writing.now();
            writing.directly(removeRule(1), removeRule(2), edit(3, "product", "Thunderbird"));

            assertThat(all(new JournalFilter(null, Set.of("rule"), "Firefox", null, then, null, null)))
                    .extracting(JournalEntry::key)
                    .containsExactlyInAnyOrder("1", "3");
        }

        @ParameterizedTest
        @CsvSource({"release, 1 2 4", "release-cdntest, 2 4 5", "beta, 3 4", "release*, 2 4", "nightly, 4"})
        void byChannelMatchesAsRulesDo(String channel, String rules) {
            writing.directly(
                    addRule("mapping", "R1", "channel", "release*"),
                    addRule("mapping", "R1", "channel", "beta"),
                    addRule("mapping", "R1", "channel", null),
                    addRule("mapping", "R1", "channel", "release-cdntest"),
                    addRule("mapping", "R1", "channel", "**"));

            assertThat(all(new JournalFilter(null, Set.of("rule"), null, channel, null, null, null)))
                    .extracting(JournalEntry::key)
                    .containsExactlyInAnyOrder(rules.split(" "));
        }

        @Test
        void byChannelFindsMappingsOnBothSides() {
            writing.map("release", "release-cdntest");

            assertThat(all(new JournalFilter(null, Set.of("channel_mapping"), null, "release", null, null, null)))
                    .hasSize(1);
            assertThat(all(new JournalFilter(
                            null, Set.of("channel_mapping"), null, "release-cdntest", null, null, null)))
                    .hasSize(1);
        }

        @Test
        void byChangeSetTellsAllThatBecameOfIt() {
            writing.requireSignoff("Firefox", "release");
            ChangeSet set = writing.schedule(Duration.ofHours(9), edit(1, "mapping", "R2"));
            step(() -> writing.changeSets.revise(
                    Writing.ADA, set.id(), null, new dev.rehearsal.change.Revision("Sooner", null, null)));
            step(() -> signing().sign(Writing.BOB, set.id(), new Role("releng"), null));
            step(() -> writing.changeSets.revise(
                    Writing.ADA,
                    set.id(),
                    null,
                    new dev.rehearsal.change.Revision(null, writing.now().plus(Duration.ofHours(7)), null)));
            step(() -> writing.changeSets.hold(Writing.ADA, set.id(), null));
            step(() -> writing.changeSets.resume(Writing.ADA, set.id(), null, null));
            step(() -> signing().sign(Writing.BOB, set.id(), new Role("releng"), null));
            step(() -> signing().revoke(Writing.BOB, set.id(), Writing.BOB));
            step(() -> signing().sign(Writing.BOB, set.id(), new Role("releng"), null));
            step(() -> writing.enact(set));

            assertThat(all(new JournalFilter(null, Set.of(), null, null, null, null, set.id()))
                            .reversed())
                    .extracting(JournalEntriesTest::told)
                    .containsExactly(
                            "change added",
                            "change_set added",
                            "change_set title",
                            "signoff added",
                            "change_set when",
                            "change_set state",
                            "change_set state",
                            "signoff added",
                            "signoff removed",
                            "signoff added",
                            "change_set state",
                            "rule mapping");
        }

        private void step(Runnable step) {
            writing.anHourPasses();
            step.run();
        }

        private SignoffService signing() {
            return writing.database.bean(SignoffService.class);
        }

        @Test
        void canAskForEverythingAtOnce() {
            JournalFilter filter =
                    new JournalFilter(Writing.ADA, Set.of(), "Firefox", "release", start, start, first.id());

            assertThat(all(filter)).extracting(JournalEntry::object).containsExactly("rule");
        }

        /** So that each statement is one that both databases understand. */
        @Test
        void canBePutToEveryKind() {
            Actor boss = boss();
            for (String object : journal.objects()) {
                Set<String> only = Set.of(object);
                for (JournalFilter filter : List.of(
                        new JournalFilter(NOBODY, only, null, null, null, null, null),
                        new JournalFilter(null, only, "Klar", null, start, start, null),
                        new JournalFilter(null, only, null, "nightly", null, null, null),
                        new JournalFilter(null, only, "Klar", "nightly", null, null, null),
                        new JournalFilter(null, only, null, null, null, null, new ChangeSetId(99)))) {
                    assertThat(journal.page(boss, filter, new Paging(1, 10)).items())
                            .as("%s", filter)
                            .isEmpty();
                }
            }
        }

        @Test
        void byAKindThatThereIsNotIsRefused() {
            assertThatThrownBy(() -> all(EVERYTHING.of("ruel")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("object: 'ruel' is none of rule, release, pin, ");
        }
    }

    @Nested
    class PermissionsAndRoles {

        @Test
        void areToldToThoseWhoMaySeeThem() {
            Actor boss = boss();

            assertThat(journal.page(boss, EVERYTHING.of("permission", "role"), new Paging(1, 10))
                            .items())
                    .extracting(JournalEntry::object, JournalEntry::key)
                    .startsWith(
                            tuple("permission", "boss@rehearsal.example/permission"),
                            tuple("role", "boss@rehearsal.example/releng"));
        }

        @Test
        void areLeftOutForEverybodyElse() {
            boss();

            assertThat(all(EVERYTHING)).extracting(JournalEntry::object).doesNotContain("permission", "role");
        }

        @Test
        void areKindsToAskForOnlyForThoseWhoMaySeeThem() {
            assertThat(journal.objects(boss())).containsExactlyElementsOf(journal.objects());
            assertThat(journal.objects(NOBODY)).contains("rule", "verdict").doesNotContain("permission", "role");
        }

        @Test
        void areRefusedToWhoAsksForThemAndMayNot() {
            assertThatThrownBy(() -> all(EVERYTHING.of("permission")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("lacks the permission 'permission' with action 'view'");
        }
    }

    private static String told(JournalEntry entry) {
        return entry.object() + " "
                + (entry.change() == JournalEntry.Kind.EDITED
                        ? String.join(" ", entry.fields().keySet())
                        : entry.change().name().toLowerCase(Locale.ROOT));
    }

    private Actor boss() {
        Actor boss = new Actor("boss@rehearsal.example");
        writing.database.write(entry -> {
            PeopleStore people = writing.database.bean(PeopleStore.class);
            people.put(entry, boss.name(), new Permission(PermissionName.PERMISSION, Set.of(Action.VIEW), Set.of(), 1));
            people.addRole(entry, boss.name(), new Role("releng"));
            return entry;
        });
        return boss;
    }

    private static RuleId ruleId() {
        return new RuleId(1);
    }

    private JournalEntry latest(String object) {
        return all(EVERYTHING.of(object)).getFirst();
    }

    private List<JournalEntry> all(JournalFilter filter) {
        return journal.page(NOBODY, filter, new Paging(1, 1_000)).items();
    }
}
