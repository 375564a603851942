package dev.rehearsal.insight.review;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.Subject;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.RowConflicts;
import dev.rehearsal.insight.review.Clash.Trouble;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where a set and what it is laid over contradict each other. */
final class Clashes {

    private final Tables before;
    private final ReleaseContents contents;
    private final ApprovalContext now;
    private final Set<ReleaseName> added = new HashSet<>();
    private final Set<RuleId> addedRules = new HashSet<>();
    private final List<Clash> clashes = new ArrayList<>();

    private Clashes(Tables before, ReleaseContents contents, ApprovalContext now) {
        this.before = before;
        this.contents = contents;
        this.now = now;
    }

    /** @param before the tables that the set is laid over */
    static List<Clash> of(ChangeSet set, Tables before, ReleaseContents contents, ApprovalContext now) {
        Clashes found = new Clashes(before, contents, now);
        set.changes().forEach(found::check);
        return List.copyOf(found.clashes);
    }

    private void check(Change change) {
        change.identity().named().keySet().forEach(name -> {
            Release found = before.releases().get(name);
            boolean another =
                    found != null && change.identity().namesAnother(name, found.incarnation()) && !added.contains(name);
            check(change, named(name), another ? Trouble.REPLACED : null);
        });
        switch (change) {
            case Change.RuleAddition addition -> {
                RuleId id = addition.rule().id();
                check(addition, named(id), before.rules().containsKey(id) ? Trouble.EXISTS : null);
                addedRules.add(id);
            }
            case Change.RuleEdit edit -> check(edit);
            case Change.RuleRemoval removal -> check(removal);
            case Change.ReleaseAddition addition -> {
                boolean exists = before.releases().containsKey(addition.name());
                check(addition, named(addition.name()), exists ? Trouble.EXISTS : null);
                added.add(addition.name());
            }
            case Change.ReleaseEdit edit -> check(edit);
            case Change.ReleaseRemoval removal -> check(removal);
            case Change.PinEdit edit -> {
                checkMeant(edit, edit.pin().toString(), before.pins().incarnation(edit.pin()));
                check(
                        edit,
                        edit.pin().toString(),
                        "mapping",
                        edit.mapping(),
                        before.pins().releases().get(edit.pin()));
            }
            case Change.Unstaged unstaged -> check((RowChange<?>) unstaged);
        }
    }

    private void check(Change.RuleEdit edit) {
        Rule row = before.rules().get(edit.rule());
        if (row != null) {
            edit.fields()
                    .forEach((field, value) ->
                            check(edit, named(edit.rule()), field.wireName(), value, field.read(row)));
        } else if (!addedRules.contains(edit.rule())) {
            check(edit, named(edit.rule()), Trouble.GONE);
        }
    }

    private void check(Change.RuleRemoval removal) {
        Rule row = before.rules().get(removal.rule());
        boolean seen = row != null
                && removal.seen().stream()
                        .anyMatch(known -> known.withDataVersion(0).equals(row.withDataVersion(0)));
        check(removal, named(removal.rule()), row == null ? Trouble.GONE : seen ? null : Trouble.MOVED);
    }

    private void check(Change.ReleaseEdit edit) {
        Release row = before.releases().get(edit.name());
        if (row != null) {
            Manifest manifest = contents.manifest(row.content());
            checkMeant(edit, named(edit.name()), row.incarnation());
            edit.fields()
                    .forEach((field, value) ->
                            check(edit, named(edit.name()), field.label(), value, field.of(row, manifest)));
        } else if (!added.contains(edit.name())) {
            check(edit, named(edit.name()), Trouble.GONE);
        }
    }

    private void check(Change.ReleaseRemoval removal) {
        Release row = before.releases().get(removal.name());
        boolean seen = row != null && removal.seen().contains(row.content());
        if (row != null && seen) {
            checkMeant(removal, named(removal.name()), row.incarnation());
        }
        check(removal, named(removal.name()), row == null ? Trouble.GONE : seen ? null : Trouble.MOVED);
    }

    private void check(RowChange<?> change) {
        if (RowConflicts.moved(change, now)) {
            Subject subject = Subject.of(change);
            check(
                    change,
                    subject.object().replace('_', ' ') + " " + subject.target(),
                    change.kind() == RowKinds.SHUTOFFS ? Trouble.GONE : Trouble.MOVED);
        }
    }

    private void checkMeant(Change change, String row, long found) {
        check(change, row, change.identity().isAnother(found) ? Trouble.REPLACED : null);
    }

    private void check(Change change, String row, @Nullable Trouble trouble) {
        if (trouble != null) {
            clashes.add(new Clash.OfRow(change, row, trouble));
        }
    }

    private void check(Change change, String row, String field, FieldEdit edit, @Nullable Object found) {
        if (!edit.mayReplace(found)) {
            clashes.add(new Clash.OfField(change, row, field, edit.staged(), edit.value(), found));
        }
    }

    private static String named(RuleId id) {
        return id.numbered();
    }

    private static String named(ReleaseName name) {
        return "release " + name;
    }
}
