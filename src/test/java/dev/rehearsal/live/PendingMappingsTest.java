package dev.rehearsal.live;

import static dev.rehearsal.LiveFirefox.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mappings that wait in a set, and what others map meanwhile. */
class PendingMappingsTest {

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);

    @Test
    void aChannelThatWasMappedMeanwhileKeepsASetFromGoingLive() {
        ChangeSet set = firefox.pending(ADA, "Map it", 1, mapping("beta", "next-cdntest"));
        assertThat(obstacles(set)).isEmpty();

        firefox.live(mapping("nightly", "next-cdntest"));

        assertThat(obstacles(set)).singleElement().isInstanceOf(Obstacle.RowMoved.class);
    }

    @Test
    void twoLivesForOneTestChannelAreRefusedInOneSet() {
        assertThatThrownBy(() -> firefox.pending(
                        ADA, "Both", 1, mapping("beta", "next-cdntest"), mapping("nightly", "next-cdntest")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("changes[1].test_channel")
                .hasMessageContaining("clashes with another mapping of this change set");
    }

    @Test
    void aChainIsRefusedInOneSet() {
        assertThatThrownBy(() -> firefox.pending(
                        ADA, "Chain", 1, mapping("beta", "beta-cdntest"), mapping("beta-cdntest", "further")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("clashes with another mapping of this change set");
    }

    private List<Obstacle> obstacles(ChangeSet set) {
        return firefox.database()
                .bean(ReadinessOverview.class)
                .of(firefox.database().bean(SnapshotKeeper.class).current(), firefox.set(set))
                .obstacles();
    }

    private static Proposal mapping(String live, String test) {
        return RowKinds.MAPPINGS.change(null, null, new MappingProposal("Firefox", live, test, new Scope.WholeQueue()));
    }
}
