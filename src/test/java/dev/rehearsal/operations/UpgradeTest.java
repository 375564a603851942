package dev.rehearsal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.People;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

/** This version starts on what any version before has left, and loses nothing of it. */
class UpgradeTest {

    private static int databases;

    /** Each version on both databases where tests are run whole, else on the two in turn. */
    static Stream<Arguments> versions() {
        List<String> versions = OldDatabase.versions();
        TestDatabase[] kinds = TestDatabase.values();
        return IntStream.range(0, versions.size())
                .boxed()
                .flatMap(place -> Stream.of(kinds)
                        .filter(kind -> Share.isWhole() || kind == kinds[place % kinds.length])
                        .map(kind -> Arguments.of(kind, versions.get(place))));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("versions")
    void whatAnOlderVersionHeldIsServedStagedAndWritten(TestDatabase kind, String version) {
        String url = kind == TestDatabase.H2
                ? "jdbc:h2:mem:upgrade-" + ++databases + ";DB_CLOSE_DELAY=-1"
                : TestDatabase.newPostgres();
        OldDatabase old = new OldDatabase(url);
        old.fill(version);

        try (ConfigurableApplicationContext application = TestDatabase.servicesOn(url)) {
            NodeState state = application.getBean(SnapshotKeeper.class).current();
            Rule rule = Objects.requireNonNull(state.live().rules().get(new RuleId(1)));
            assertThat(rule.dataVersion()).isEqualTo(2);
            assertThat(state.live().releases().values())
                    .allSatisfy(release -> assertThat(application
                                    .getBean(StoredContents.class)
                                    .blob(release.content())
                                    .name())
                            .isEqualTo("R1"))
                    .hasSize(1);
            assertThat(state.queue()).extracting(ChangeSet::title).containsExactly("Waits");
            assertThat(Objects.requireNonNull(
                                    state.stages().wholeQueue().staged().rules().get(rule.id()))
                            .priority())
                    .isEqualTo(90);
            assertThat(application.getBean(People.class).find(new Actor("ada")).isKnown())
                    .isEqualTo(!version.equals("1"));
            Write write =
                    application.getBean(WriteLock.class).write(new Actor("ada"), WriteKind.QUEUE, written -> written);
            assertThat(write.found().version()).isPositive();
        }
    }
}
