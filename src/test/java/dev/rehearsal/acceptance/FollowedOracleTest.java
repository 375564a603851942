package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.mirror.BalrogState;
import dev.rehearsal.mirror.Follows;
import dev.rehearsal.serve.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that follows a Balrog answers as that does, and its test channels as if all that is scheduled there were live. */
class FollowedOracleTest {

    @Test
    void eachRecordedRequestIsAnsweredAsByTheSource() {
        try (RunningRehearsal rehearsal = empty();
                Follows source = rehearsal.follows(BalrogState.of(Oracle.json("dataset.json")))) {
            source.look();
            assertThat(Oracle.lines("queries.jsonl"))
                    .isNotEmpty()
                    .allSatisfy(query -> OracleQueriesTest.assertAnsweredAsByBalrog(rehearsal, query));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.rehearsal.acceptance.Scenario#names")
    void testChannelsAnswerAsTheSourceDoesOnceAllIsEnactedThere(String name) {
        Scenario scenario = Scenario.read(name);
        BalrogState balrog = BalrogState.of(scenario.dataset());
        scenario.schedule(balrog);
        try (RunningRehearsal rehearsal = empty();
                Follows source = rehearsal.follows(balrog)) {
            scenario.testChannels().forEach(test -> rehearsal.map(scenario.live(), test));
            assertThat(scenario.liveDifferences(rehearsal, "_before")).isEmpty();
            assertThat(scenario.testDifferences(rehearsal, "_on_test")).isEmpty();

            balrog.enactAll();
            source.look();

            assertThat(scenario.liveDifferences(rehearsal, "_after")).isEmpty();
            assertThat(scenario.testDifferences(rehearsal, "_on_test")).isEmpty();
        }
    }

    private static RunningRehearsal empty() {
        return RunningRehearsal.with(RunningRehearsal.json("{}"), OracleOptions.all());
    }
}
