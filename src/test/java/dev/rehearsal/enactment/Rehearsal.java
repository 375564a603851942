package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.add;
import static dev.rehearsal.enactment.Asking.at;
import static dev.rehearsal.enactment.Asking.rule;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Proposal.AddRule;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database with two rules for Firefox on release, 1 that maps to R1 and 2 to R2, and a release R3 besides. */
final class Rehearsal {

    static final Actor AUTHOR = new Actor("author@rehearsal.example");
    static final Actor ENACTOR = new Actor("enactor@rehearsal.example");

    final TestDatabase database;
    final ChangeSets changeSets;
    final EnactmentService enactment;
    final Rules rules;
    final Releases releases;

    Rehearsal(TestDatabase database) {
        this.database = database.emptied();
        database.admin(TestDatabase.WRITER);
        database.admin(AUTHOR);
        database.admin(ENACTOR);
        this.changeSets = database.bean(ChangeSets.class);
        this.enactment = database.bean(EnactmentService.class);
        this.rules = database.bean(Rules.class);
        this.releases = database.bean(Releases.class);
        enactment.enactAtOnce(
                TestDatabase.WRITER,
                "What is live",
                List.of(
                        add("R1"),
                        add("R2"),
                        add("R3"),
                        new AddRule(rule("alias", "first", "mapping", "R1")),
                        new AddRule(rule("alias", "second", "mapping", "R2"))));
    }

    Fingerprint fingerprint(Tables tables) {
        return Fingerprint.of(tables, database.bean(ReleaseContents.class), "Firefox", "release");
    }

    ChangeSet schedule(int hour, Proposal... changes) {
        return changeSets.schedule(AUTHOR, "Set for hour " + hour, at(hour), List.of(changes));
    }

    ChangeSet enact(ChangeSet set) {
        return enactment.enact(ENACTOR, set.id());
    }

    void live(Proposal... changes) {
        enactment.enactAtOnce(AUTHOR, "Directly", List.of(changes));
    }

    Rule liveRule(long id) {
        return rules.all().stream()
                .filter(rule -> rule.id().equals(new RuleId(id)))
                .findFirst()
                .orElseThrow();
    }

    Release release(String name) {
        return releases.all().stream()
                .filter(release -> release.name().equals(new ReleaseName(name)))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Integer> partVersions(String release) {
        return releases.parts(new ReleaseName(release)).values().stream()
                .collect(Collectors.toMap(ReleasePart::path, ReleasePart::dataVersion));
    }

    /** Every row of every table that a change set can touch, histories included. */
    List<Map<String, @Nullable Object>> everything() {
        return List.of(
                        "rules order by rule_id",
                        "rules_history order by change_id",
                        "releases order by name",
                        "releases_history order by change_id",
                        "release_parts order by name, path",
                        "release_parts_history order by change_id",
                        "change_sets order by id",
                        "change_sets_history order by change_id",
                        "changes order by id")
                .stream()
                .flatMap(table -> database.rows("select * from " + table).stream())
                .toList();
    }
}
