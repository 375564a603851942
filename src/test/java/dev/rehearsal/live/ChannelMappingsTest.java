package dev.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EachDatabase
class ChannelMappingsTest {

    private static final MappingProposal CDNTEST =
            new MappingProposal("Firefox", "release", "release-cdntest", new Scope.WholeQueue());

    private final TestDatabase database;
    private final ChannelMappings mappings;

    ChannelMappingsTest(TestDatabase database) {
        this.database = database.emptied();
        this.mappings = database.bean(ChannelMappings.class);
    }

    @Test
    void mappingsComeBackAsTheyWereWrittenWhateverTheirScope() {
        ChannelMapping first = add(CDNTEST);
        ChannelMapping second =
                add(new MappingProposal(null, "beta", "beta-cdntest", new Scope.UpTo(new ChangeSetId(12))));
        ChannelMapping third =
                add(new MappingProposal(null, "beta", "beta-localtest", new Scope.Only(new ChangeSetId(12))));
        ChannelMapping fourth = add(new MappingProposal("Firefox", "esr", "esr-cdntest", new Scope.NextOnly()));

        assertThat(mappings.all()).containsExactly(first, second, third, fourth);
        assertThat(mappings.find(second.id())).contains(second);
        assertThat(second.dataVersion()).isEqualTo(1);
    }

    @Test
    void eachWriteLeavesAHistoryRow() {
        ChannelMapping added = add(CDNTEST);
        database.write(entry -> {
            mappings.replace(
                    entry, added, new MappingProposal("Firefox", "release", "release-cdntest", new Scope.NextOnly()));
            mappings.remove(entry, added);
            return added;
        });

        List<Map<String, @Nullable Object>> history =
                database.rows("select * from channel_mappings_history order by change_id");
        assertThat(history).extracting(row -> row.get("scope")).containsExactly("whole_queue", "next_only", null);
        assertThat(history).extracting(row -> row.get("data_version")).containsExactly(1, 2, null);
        assertThat(history).extracting(row -> row.get("mapping_id")).containsOnly(added.id());
        assertThat(mappings.all()).isEmpty();
    }

    @Test
    void aRefusedMappingLeavesNoTrace() {
        add(CDNTEST);

        assertThatThrownBy(() -> add(CDNTEST)).isInstanceOf(RefusedException.class);
        assertThat(mappings.all()).hasSize(1);
        assertThat(database.rows("select * from channel_mappings_history")).hasSize(1);
    }

    private ChannelMapping add(MappingProposal proposal) {
        return database.write(entry -> mappings.add(entry, proposal));
    }
}
