package dev.rehearsal.api.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Office;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.TablesChanged;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer tells of the row that was asked for, whatever somebody else writes in the same moment. */
@EachDatabase
class MadeRowsTest {

    private static final Actor GRETA = new Actor(Office.GRETA);

    private final TestDatabase database;
    private final EnactmentService enactment;
    private final Gates gates;
    private final ChannelMappings mappings;
    private final SnapshotKeeper snapshots;
    private final ApplicationEventMulticaster events;
    private ApplicationListener<ApplicationEvent> another = event -> {};

    MadeRowsTest(TestDatabase database) {
        Office office = new Office(database);
        this.database = database;
        this.enactment = office.enactment;
        this.gates = database.bean(Gates.class);
        this.mappings = database.bean(ChannelMappings.class);
        this.snapshots = database.bean(SnapshotKeeper.class);
        this.events = database.bean(ApplicationEventMulticaster.class);
    }

    @AfterEach
    void alone() {
        events.removeApplicationListener(another);
    }

    @Test
    void theGateThatIsAddedIsNotTheSameOneOfSomebodyElse() {
        Gate same = new Gate(0, "Firefox", "release", Office.QA, 1, List.of(), 1);
        // As an import would: a second gate on one channel needs a signoff otherwise.
        anotherWritesThen(() -> database.write(entry -> {
            gates.importAll(entry, List.of(same));
            return entry;
        }));

        Object id = new GatesApi(gates, enactment)
                .add(
                        GRETA,
                        json("{'product': 'Firefox', 'live_channel': 'release', 'role': 'qa', 'passes_required': 1}"))
                .get("id");

        assertThat(gates.all()).hasSize(2);
        assertThat(id).isEqualTo(gates.all().getFirst().id());
    }

    @Test
    void theMappingThatIsAddedIsToldAsItWasWritten() {
        MappingProposal other = new MappingProposal("Firefox", "beta", "beta-cdntest", new Scope.WholeQueue());
        anotherWritesThen(() -> enactment.enactAtOnce(
                GRETA,
                "Gone",
                List.of(RowKinds.MAPPINGS.change(mappings.all().getLast().id(), null, null))));

        Map<String, @Nullable Object> added = new ChannelMappingApi(mappings, enactment, snapshots)
                .add(
                        GRETA,
                        json("{'product': 'Firefox', 'live_channel': '%s', 'test_channel': '%s'}"
                                .formatted(other.liveChannel(), other.testChannel())));

        assertThat(added).containsEntry("test_channel", "beta-cdntest").containsEntry("data_version", 1);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    /** Right after the next write is committed, before its answer is given. */
    private void anotherWritesThen(Runnable write) {
        AtomicBoolean waits = new AtomicBoolean(true);
        another = event -> {
            if (event instanceof PayloadApplicationEvent<?> told
                    && told.getPayload() instanceof TablesChanged
                    && waits.getAndSet(false)) {
                write.run();
            }
        };
        events.addApplicationListener(another);
    }
}
