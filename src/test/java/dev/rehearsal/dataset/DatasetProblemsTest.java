package dev.rehearsal.dataset;

import static dev.rehearsal.dataset.DatasetJson.aDataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a dataset is told with its place, all of it at once, and nothing is stored. */
@EachDatabase
class DatasetProblemsTest {

    private static final String REMOVE_RULE = "{'object': 'rule', 'change_type': 'delete', 'rule_id': 1}";

    private final TestDatabase database;
    private final DatasetImport imports;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    DatasetProblemsTest(TestDatabase database) {
        this.database = database.emptied();
        this.imports = database.bean(DatasetImport.class);
    }

    @Test
    void everythingIsReportedAtOnceAndNothingIsStored() {
        DatasetJson dataset = aDataset()
                .withRule(1)
                .withRule(2, "'version': 5")
                .withRelease("F-1")
                .withRelease(
                        "F-2", BlobBuilder.aRelease(9).without("schema_version").json())
                .with("emergency_shutoffs", "{'product': 'Firefox'}")
                .with("change_sets", "{'title': 'Ship it'}");

        assertThat(problemsOf(dataset))
                .extracting(Problem::place)
                .containsExactly(
                        "rules[1].version",
                        "releases[1].blob.schema_version",
                        "emergency_shutoffs[0].channel",
                        "change_sets[0].author",
                        "change_sets[0].due",
                        "change_sets[0].changes");
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor'}                            | rules[0].rule_id: This field is missing.
            {'rule_id': 0, 'priority': 1, 'backgroundRate': 100, 'update_type': 'minor'}              | rules[0].rule_id: Must be a whole number from 1 to 2147483647.
            {'rule_id': 1, 'backgroundRate': 100, 'update_type': 'minor'}                             | rules[0].priority: priority is missing: give a value.
            {'rule_id': 1, 'priority': 1, 'backgroundRate': 101, 'update_type': 'minor'}              | rules[0].backgroundRate: backgroundRate must be a whole number from 0 to 100.
            {'rule_id': 1, 'priority': 1, 'backgroundRate': 1, 'update_type': 'huge'}                 | rules[0].update_type: update_type must be minor or major.
            {'rule_id': 1, 'priority': 1, 'backgroundRate': 1, 'update_type': 'minor', 'jaws': 1}     | rules[0].jaws: jaws must be true or false, or null where either will do.
            {'rule_id': 1, 'priority': 1, 'backgroundRate': 1, 'update_type': 'minor', 'chanel': 'x'} | rules[0].chanel: There is no such field here.
            {'rule_id': 1, 'priority': 1, 'backgroundRate': 1, 'update_type': 'minor', 'data_version': 0} | rules[0].data_version: Must be a whole number from 1 to 2000000000.
            {'rule_id': 1, 'priority': 1, 'backgroundRate': 1, 'update_type': 'minor', 'data_version': 2147483647} | rules[0].data_version: Must be a whole number from 1 to 2000000000.
            """)
    void aWrongRule(String rule, String problem) {
        assertThat(problemsOf(aDataset().with("rules", rule)))
                .extracting(Problem::toString)
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            pinnable_releases  | {'product': 'F', 'channel': 'c', 'version': '115', 'mapping': 'R'}        | pinnable_releases[0].version: Must be a version to stay at, such as '115.' or '115.3.', with a dot at its end.
            pinnable_releases  | {'product': 'F', 'channel': 'c', 'version': '115.'}                       | pinnable_releases[0].mapping: This field is missing.
            pinnable_releases  | {'product': 'Much-too-long-for-it', 'channel': 'c', 'version': '1.', 'mapping': 'R'} | pinnable_releases[0].product: May have at most 15 characters, but has 20.
            emergency_shutoffs | {'product': 7, 'channel': 'c'}                                            | emergency_shutoffs[0].product: Must be text.
            emergency_shutoffs | {'product': 'F', 'channel': ''}                                           | emergency_shutoffs[0].channel: This field is missing.
            emergency_shutoffs | {'product': 'F', 'channel': 'c', 'comment': 'a\\u0000b'}                  | emergency_shutoffs[0].comment: Must not hold the character with code 0.
            channel_mappings   | {'product': 'F', 'live_channel': 'a', 'test_channel': 'a'}                | channel_mappings[0].test_channel: must not be the live channel itself
            channel_mappings   | {'live_channel': 'a', 'test_channel': 'b', 'scope': 'some'}               | channel_mappings[0].scope: scope must be whole_queue, next_only, up_to:<change set id> or only:<change set id>, not 'some'
            probes             | {'name': 'a', 'url': '/nowhere', 'expect': 'no_update'}                   | probes[0].url: This is no update URL. One looks like /update/6/Product/Version/BuildID/BuildTarget/Locale/Channel/OSVersion/Capabilities/Distribution/DistVersion/update.xml
            probes             | {'name': 'a', 'url': '/update/1/F/1/1/p/de/c/update.xml', 'expect': 'some'}         | probes[0].expect: Must be release, no_update or xml.
            probes             | {'name': 'a', 'url': '/update/1/F/1/1/p/de/c/update.xml', 'expect': 'release'}      | probes[0].answer: is missing: the name of the release that the query must get
            people             | {'roles': []}                                                             | people[0].name: This field is missing.
            people             | {'name': 'ada '}                                                          | people[0].name: Must be a name that people can have, without spaces at its ends.
            people             | {'name': 'bootstrap'}                                                     | people[0].name: Must be a name that people can have, without spaces at its ends.
            people             | {'name': 'ada', 'password': 'secret'}                                     | people[0].password: There is no such field here.
            people             | {'name': 'ada', 'id': 0}                                                   | people[0].id: Must be a whole number from 1 to 1000000000000.
            people             | {'name': 'ada', 'roles': 'qa'}                                            | people[0].roles: Must be a list of names, each of at most 50 characters.
            people             | {'name': 'ada', 'permissions': {'rules': {}}}                             | people[0].permissions.rules: There is no such permission.
            people             | {'name': 'ada', 'permissions': {'permission': {'products': ['F']}}}       | people[0].permissions.permission.products: Is no option of the permission permission.
            people             | {'name': 'ada', 'permissions': {'rule': true}}                            | people[0].permissions.rule: Must be a JSON object.
            releases           | {'name': 'A', 'product': 'F'}                                             | releases[0].blob: This field is missing.
            releases           | {'name': 'A', 'product': 'F', 'blob': 'x'}                                | releases[0].blob: Must be an object.
            releases           | {'name': 'A', 'product': 'F', 'blob': {'name': 'A'}}                                 | releases[0].blob.schema_version: Must be one of [1, 2, 3, 4, 5, 6, 8, 9, 50, 1000, 4000, 5000, 10000], the schemas that there are.
            releases           | {'name': '\\ud800', 'product': 'F', 'blob': {}}                         | releases[0].name: Holds half of a character, which cannot be stored: write the whole one.
            rules              | {'rule_id': 1, 'priority': 1e400, 'backgroundRate': 1, 'update_type': 'minor'} | rules[0].priority: priority must be a whole number from 0 to 2147483647.
            rules              | {'rule_id': 1, 'priority': 1, 'backgroundRate': 1, 'update_type': 'minor', 'comment': 'a\\u0000b'} | rules[0].comment: comment must not hold the character with code 0.
            people             | {'name': 'ada', 'id': 1e400}                                               | people[0].id: Must be a whole number from 1 to 1000000000000.
            releases           | {'name': 'A', 'product': 'F', 'read_only': 'no', 'blob': {}}              | releases[0].read_only: Must be true or false.
            """)
    void aWrongObject(String part, String object, String problem) {
        assertThat(problemsOf(aDataset().with(part, object)))
                .extracting(Problem::toString)
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'object': 'probe', 'change_type': 'insert'}                                | change_sets[0].changes[0].object: Must be rule, release, pin, emergency_shutoff, required_signoff or permission_signoff.
            {'object': 'pin', 'change_type': 'insert', 'product': 'F', 'channel': 'c', 'version': '1.'} | change_sets[0].changes[0].mapping: This field is missing.
            {'object': 'pin', 'change_type': 'insert', 'product': 'F', 'channel': 'c', 'version': '1', 'mapping': 'F-1'} | change_sets[0].changes[0].version: must be like '102.' or '102.3.', the last dot included
            {'object': 'emergency_shutoff', 'change_type': 'insert', 'product': 'F', 'channel': 'c'} | change_sets[0].changes[0].change_type: Must be delete: updates are shut off at once.
            {'object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'F', 'channel': 'c'} | change_sets[0]: updates of F on c are not shut off
            {'object': 'required_signoff', 'change_type': 'insert', 'product': 'F', 'channel': 'c', 'role': 'r'} | change_sets[0].changes[0].signoffs_required: This field is missing.
            {'object': 'rule', 'change_type': 'replace'}                                | change_sets[0].changes[0].change_type: Must be insert, update or delete.
            {'object': 'rule', 'change_type': 'delete'}                                 | change_sets[0].changes[0].rule_id: This field is missing.
            {'object': 'rule', 'change_type': 'delete', 'rule_id': 1, 'priority': 1}    | change_sets[0].changes[0].priority: There is no such field here.
            {'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'priority': 'x'}  | change_sets[0].changes[0].priority: priority must be a whole number from 0 to 2147483647.
            {'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'mapping': 'F-9'} | change_sets[0]: rule 1 would name release 'F-9', which would not exist
            {'object': 'rule', 'change_type': 'update', 'rule_id': 9, 'priority': 1}    | change_sets[0]: there is no rule 9, neither live nor added by the queue before
            {'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'data_version': 4, 'priority': 1} | change_sets[0].changes[0].data_version: rule 1 is at data_version 1 by now, not 4: look at it again before changing it
            {'object': 'release', 'change_type': 'update', 'name': 'F-1'}               | change_sets[0].changes[0].blob: This field is missing.
            {'object': 'release', 'change_type': 'insert', 'name': 'F-2', 'product': 'F', 'blob': {'name': 'F-2', 'schema_version': 9}} | change_sets[0].changes[0].blob.hashFunction: This field is missing.
            {'object': 'release', 'change_type': 'delete', 'name': 'F-1'}               | change_sets[0]: rule 1 would name release 'F-1', which would not exist
            """)
    void aWrongChange(String change, String problem) {
        DatasetJson dataset = aDataset()
                .withRule(1, "'mapping': 'F-1'")
                .withRelease("F-1")
                .with("change_sets", "{'title': 'Ship', 'author': 'ada', 'due': '+PT4H', 'changes': [" + change + "]}");

        assertThat(problemsOf(dataset)).extracting(Problem::toString).first().isEqualTo(problem);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'soon'",
                "'PT'",
                "-1",
                "1.5",
                "'+P200000D'",
                "true",
                "null",
                "1795694400000000",
                "1795694400",
                "1e400"
            })
    void aDueTimeIsMillisecondsOrADuration(String due) {
        DatasetJson dataset = aDataset()
                .with(
                        "change_sets",
                        "{'title': 'Ship', 'author': 'ada', 'changes': [" + REMOVE_RULE + "], 'due': " + due + "}");

        assertThat(problemsOf(dataset)).extracting(Problem::place).containsExactly("change_sets[0].due");
    }

    @Test
    void nobodyStandsThereTwice() {
        assertThat(problemsOf(aDataset().with("people", "{'name': 'ada'}", "{'name': 'ada'}")))
                .extracting(Problem::toString)
                .containsExactly("people[1].name: The person at people[0] has the same name.");
    }

    @Test
    void twoPeopleDoNotShareANumber() {
        assertThat(problemsOf(aDataset().with("people", "{'id': 7, 'name': 'ada'}", "{'id': 7, 'name': 'ben'}")))
                .extracting(Problem::toString)
                .containsExactly("people[1].id: Somebody before has the same number.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            required_signoffs | {'product': 'F', 'role': 'r'}                          | required_signoffs[0].signoffs_required: This field is missing.
            required_signoffs | {'product': 'F', 'role': 'r', 'signoffs_required': 0}  | required_signoffs[0].signoffs_required: Must be a whole number from 1 to 2147483647.
            required_signoffs | {'product': 'F', 'signoffs_required': 1}               | required_signoffs[0].role: This field is missing.
            required_signoffs | {'role': 'r', 'signoffs_required': 1, 'channel': 'c'}  | required_signoffs[0].product: This field is missing.
            freeze_windows    | {'effect': 'no', 'cron': '0 0 18 * * FRI', 'duration': 'PT1H', 'zone': 'UTC', 'title': 't'} | freeze_windows[0].effect: Must be allow or deny.
            freeze_windows    | {'effect': 'deny', 'cron': 'fridays', 'duration': 'PT1H', 'zone': 'UTC', 'title': 't'} | freeze_windows[0].cron: Must be six fields, such as 0 0 18 * * FRI.
            freeze_windows    | {'effect': 'deny', 'cron': '0 0 18 * * FRI', 'duration': 'an hour', 'zone': 'UTC', 'title': 't'} | freeze_windows[0].duration: Must be a duration of ISO 8601, a minute to 366 days, such as PT62H.
            freeze_windows    | {'effect': 'deny', 'cron': '0 0 18 * * FRI', 'duration': 'PT1H', 'zone': '+01:00', 'title': 't'} | freeze_windows[0].zone: Must be a time zone of IANA, such as Europe/Berlin.
            guard_rails       | {'live_channel': 'c', 'kind': 'luck', 'mode': 'warn', 'cannot_say': 'warn', 'passed_by': 'qa'} | guard_rails[0].kind: Must be one of no_lost_updates, nothing_older, at_most_changed, no_lost_files, rate_has_fallback, urls_answer.
            guard_rails       | {'live_channel': 'c', 'kind': 'at_most_changed', 'mode': 'warn', 'cannot_say': 'warn', 'passed_by': 'qa'} | guard_rails[0].percent: This must be a whole number from 1 to 99.
            guard_rails       | {'live_channel': 'c', 'kind': 'no_lost_files', 'percent': 5, 'mode': 'warn', 'cannot_say': 'warn', 'passed_by': 'qa'} | guard_rails[0].percent: This must be left out: 'no_lost_files' has no limit.
            guard_rails       | {'live_channel': 'c', 'kind': 'no_lost_files', 'mode': 'off', 'cannot_say': 'warn', 'passed_by': 'qa'} | guard_rails[0].mode: Must be dry_run, warn or block.
            guard_rails       | {'live_channel': 'c', 'kind': 'no_lost_files', 'mode': 'warn', 'cannot_say': 'dry_run', 'passed_by': 'qa'} | guard_rails[0].cannot_say: Must be warn or block.
            urgent_roles      | {'product': 'A', 'role': 'qa'} | urgent_roles[0].channel: This field is missing.
            gates             | {'role': 'qa', 'passes_required': 1}                   | gates[0].live_channel: This field is missing.
            gates             | {'live_channel': 'c', 'role': 'qa', 'passes_required': 'one'} | gates[0].passes_required: Must be a whole number from 1 to 2147483647.
            gates             | {'live_channel': 'c', 'role': 'qa', 'passes_required': 1, 'test_channels': ['a,b']} | gates[0].test_channels: Must be a list of channels, of at most 1000 characters together.
            """)
    void aWrongRequirementOrGate(String part, String object, String problem) {
        assertThat(problemsOf(aDataset().with(part, object)))
                .extracting(Problem::toString)
                .containsExactly(problem);
        assertNothingStored();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                                                                      | change_sets[0].signoffs: Must be a list of people and their roles.
            ['ada']                                                                | change_sets[0].signoffs[0]: Must be an object.
            [{'person': 'ada'}]                                                    | change_sets[0].signoffs[0].role: This field is missing.
            [{'person': 'a', 'role': 'r'}, {'person': 'a', 'role': 's'}]           | change_sets[0].signoffs[1].person: Has signed already: each signs a set once.
            """)
    void aWrongSignoff(String signoffs, String problem) {
        DatasetJson dataset = aDataset()
                .withRule(1)
                .with(
                        "change_sets",
                        "{'title': 'Ship', 'author': 'ada', 'due': 0, 'changes': [" + REMOVE_RULE + "], 'signoffs': "
                                + signoffs + "}");

        assertThat(problemsOf(dataset)).extracting(Problem::toString).containsExactly(problem);
    }

    @Test
    void eachOfSeveralChangesHasItsPlace() {
        DatasetJson dataset = aDataset()
                .withRule(1)
                .with(
                        "change_sets",
                        "{'title': 'Ship', 'author': 'ada', 'due': 0, 'changes': [" + REMOVE_RULE
                                + ", {'object': 'rule', 'change_type': 'insert', 'priority': 1, 'backgroundRate': 1, 'update_type': 'minor'}]}");

        assertThat(problemsOf(dataset)).extracting(Problem::place).containsExactly("change_sets[0].changes[1].mapping");
    }

    @Test
    void whatStandsTwiceIsToldWithTheFirst() {
        DatasetJson dataset = aDataset()
                .withRule(1, "'alias': 'one'")
                .withRule(1, "'alias': 'two'")
                .withRule(2, "'alias': 'one'")
                .withRelease("F-1")
                .withRelease("F-1")
                .with("emergency_shutoffs", "{'product': 'F', 'channel': 'c'}", "{'product': 'F', 'channel': 'c'}")
                .with(
                        "pinnable_releases",
                        "{'product': 'F', 'channel': 'c', 'version': '1.', 'mapping': 'F-1'}",
                        "{'product': 'F', 'channel': 'c', 'version': '1.', 'mapping': 'F-2'}")
                .with(
                        "required_signoffs",
                        "{'product': 'F', 'role': 'r', 'signoffs_required': 1}",
                        "{'product': 'F', 'channel': 'c', 'role': 'r', 'signoffs_required': 1}",
                        "{'product': 'F', 'role': 'r', 'signoffs_required': 2}")
                .with(
                        "channel_mappings",
                        "{'product': 'F', 'live_channel': 'release', 'test_channel': 'test'}",
                        "{'product': 'F', 'live_channel': 'beta', 'test_channel': 'test'}");

        assertThat(problemsOf(dataset))
                .extracting(Problem::toString)
                .containsExactly(
                        "rules[1].rule_id: Rule 1 stands already at rules[0].",
                        "rules[2].alias: The rule at rules[0] has the alias 'one' already.",
                        "releases[1].name: The release 'F-1' stands already at releases[0].",
                        "emergency_shutoffs[1]: The shutoff at emergency_shutoffs[0] has the same product and channel.",
                        "pinnable_releases[1]: The pin at pinnable_releases[0] has the same product, channel and version.",
                        "required_signoffs[2]: The requirement at required_signoffs[0] is of the same role for the same.",
                        "channel_mappings[1].test_channel: 'test' shows 'release' already (mapping 1): change that mapping, or remove it first");
    }

    @Test
    void aChangeSetThatWouldBeInConflictWithAnEarlierOne() {
        DatasetJson dataset = aDataset()
                .withRule(1)
                .with(
                        "change_sets",
                        "{'title': 'Remove', 'author': 'ada', 'due': '+PT4H', 'changes': [" + REMOVE_RULE + "]}",
                        "{'title': 'Edit', 'author': 'ada', 'due': '+PT5H', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 1, 'priority': 5}]}");

        assertThat(problemsOf(dataset))
                .extracting(Problem::toString)
                .containsExactly("change_sets[1]: rule 1 no longer exists");
    }

    private List<Problem> problemsOf(DatasetJson dataset) {
        DatasetFile file = dataset.in(folder);
        DatasetException refused = catchThrowableOfType(DatasetException.class, () -> imports.run(file));
        assertThat(refused).as("refused").isNotNull();
        return refused.problems();
    }

    private void assertNothingStored() {
        for (String table : List.of("rules", "rules_history", "releases", "contents", "change_sets", "imports")) {
            assertThat(database.rows("select * from " + table)).as(table).isEmpty();
        }
    }
}
