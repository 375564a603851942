package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.add;
import static dev.rehearsal.enactment.Asking.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.RefusedDirectEdits.Kind;
import dev.rehearsal.enactment.RefusedDirectEdits.Refused;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.matching.ReleaseName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody wrote directly what clients of release get, before signoffs were asked for there. */
@EachDatabase
class RefusedDirectEditsTest {

    private final Rehearsal sets;

    RefusedDirectEditsTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
    }

    private static Proposal superblob(String name, String part) {
        String blob = "{'name': '%s', 'schema_version': 4000, 'blobs': ['%s']}".formatted(name, part);
        return new Proposal.AddRelease(new ReleaseName(name), "Firefox", false, (ObjectNode)
                JsonMapper.shared().readTree(blob.replace('\'', '"')));
    }

    private Map<Kind, Refused> refused() {
        sets.database.write(entry -> {
            sets.database
                    .bean(RequiredSignoffs.class)
                    .importAll(
                            entry,
                            List.of(new RequiredSignoff("Firefox", "release", new Role("relman"), 1, 1)),
                            List.of());
            return entry;
        });
        return sets.database
                .bean(RefusedDirectEdits.class)
                .of(
                        sets.database.bean(LiveTables.class).inThisTransaction(),
                        sets.database.bean(ApprovalContextReader.class).read(),
                        sets.database.bean(DatabaseClock.class).now());
    }

    @Test
    void areThoseOfPartsOfSuperblobsThoughNoRuleNamesThem() {
        sets.live(add("Part"));
        sets.live(superblob("Super", "Part"), edit(1, "mapping", "Super"));

        Map<Kind, Refused> refused = refused();

        assertThat(refused.keySet()).containsExactly(Kind.SUPERBLOB_PARTS);
        assertThat(refused.get(Kind.SUPERBLOB_PARTS))
                .satisfies(parts -> assertThat(parts.rows()).isEqualTo(Set.of("Part")))
                .satisfies(parts -> assertThat(parts.channels()).hasToString("[Firefox on release]"));
    }

    @Test
    void areNotThoseOfWhatNobodyReachesOrRulesName() {
        sets.live(add("Unreached"));

        assertThat(refused()).isEmpty();
    }
}
