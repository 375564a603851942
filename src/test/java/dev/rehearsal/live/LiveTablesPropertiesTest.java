package dev.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleBuilder;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Chance;
import dev.rehearsal.staging.Seeds;
import dev.rehearsal.staging.Tables;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The live tables, brought forward by what was written, against the same loaded from the database. */
@EachDatabase
class LiveTablesPropertiesTest {

    private static final int WRITES = 12;

    private final TestDatabase database;
    private final LiveTables live;
    private final Rules rules;
    private final ReleaseWriter writing;
    private final PinnedReleases pins;

    LiveTablesPropertiesTest(TestDatabase database) {
        this.database = database.emptied();
        this.live = database.bean(LiveTables.class);
        this.rules = database.bean(Rules.class);
        this.writing = database.bean(ReleaseWriter.class);
        this.pins = database.bean(PinnedReleases.class);
    }

    @Test
    void whatIsBroughtForwardIsWhatIsLoaded() {
        Seeds.upTo(200).forEach(seed -> {
            database.emptied();
            Chance chance = new Chance(seed);
            for (int write = 0; write < WRITES; write++) {
                database.write(entry -> {
                    live.tell(entry);
                    do {
                        change(chance, entry);
                    } while (chance.oneIn(2));
                    return entry;
                });

                assertIsWhatIsLoaded("seed %d, write %d".formatted(seed, write));
            }
        });
    }

    private void assertIsWhatIsLoaded(String when) {
        Tables brought = database.bean(SnapshotKeeper.class).refresh().live();
        Tables loaded = live.inThisTransaction();
        assertThat(brought.rules()).as(when).isEqualTo(loaded.rules());
        assertThat(brought.ruleSet().inOrder())
                .as(when)
                .isEqualTo(loaded.ruleSet().inOrder());
        assertThat(brought.releases()).as(when).isEqualTo(loaded.releases());
        assertThat(brought.pins()).as(when).isEqualTo(loaded.pins());
    }

    @Test
    void rowsThatNobodyWroteAreTheVerySame() {
        RuleId one = add(1);
        add(2);
        Tables before = database.bean(SnapshotKeeper.class).refresh().live();

        add(3);

        Tables after = database.bean(SnapshotKeeper.class).refresh().live();
        assertThat(after.rules().get(one)).isSameAs(before.rules().get(one));
        assertThat(after.rules()).hasSize(3);
    }

    private RuleId add(int id) {
        return database.write(entry -> {
            live.tell(entry);
            Rule rule = RuleBuilder.aRule().withId(id).build();
            rules.apply(entry, List.of(), List.of(), List.of(rule));
            return rule.id();
        });
    }

    /** A write that says nothing, such as an import, may have done anything. */
    @Test
    void afterAWriteThatSaysNothingAllIsLoaded() {
        add(1);
        database.bean(SnapshotKeeper.class).refresh();
        database.jdbc().sql("update rules set priority = 77").update();

        database.write(entry -> entry);

        assertThat(database.bean(SnapshotKeeper.class).refresh().live().rules().values())
                .extracting(Rule::priority)
                .containsExactly(77);
    }

    private void change(Chance chance, Write entry) {
        Tables now = live.inThisTransaction();
        switch (chance.between(0, 8)) {
            case 0, 1, 2 -> writeRule(chance, entry, now);
            case 3 -> {
                if (!now.rules().isEmpty()) {
                    rules.apply(
                            entry,
                            List.of(now.rules().keySet().stream()
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow()),
                            List.of(),
                            List.of());
                }
            }
            case 4, 5 -> writeRelease(chance, entry, now);
            case 6 -> {
                if (!now.releases().isEmpty()) {
                    ReleaseName gone = now.releases().keySet().stream()
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    writing.apply(entry, gone, now.releases().get(gone), null);
                }
            }
            default -> {
                Pins.Key pin = new Pins.Key("Firefox", "release", chance.between(100, 103) + ".");
                pins.apply(entry, pin, chance.oneIn(3) ? null : new ReleaseName("R" + chance.between(0, 3)), 0);
            }
        }
    }

    private void writeRule(Chance chance, Write entry, Tables now) {
        Rule rule = RuleBuilder.aRule()
                .withId(chance.between(1, 6))
                .withPriority(chance.between(1, 9))
                .forChannel(chance.oneOf("release", "beta"))
                .build();
        boolean isThere = now.rules().containsKey(rule.id());
        rules.apply(entry, List.of(), isThere ? List.of(rule) : List.of(), isThere ? List.of() : List.of(rule));
    }

    private void writeRelease(Chance chance, Write entry, Tables now) {
        ReleaseName name = new ReleaseName("R" + chance.between(0, 3));
        Manifest manifest = writing.store(
                name,
                "Firefox",
                BlobBuilder.aRelease(9)
                        .with("name", "'" + name + "'")
                        .with("displayVersion", "'" + chance.between(100, 105) + "'")
                        .json(),
                "");
        Release known = now.releases().get(name);
        Release becomes = new Release(
                name,
                "Firefox",
                chance.oneIn(2),
                known == null ? 1 : known.dataVersion() + 1,
                manifest.content(),
                known == null ? 0 : known.incarnation());
        writing.apply(entry, name, known, becomes);
    }
}
