package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks what must hold of the tables after a whole set: an alias belongs to one rule, what is named exists, what is
 * read-only is as it was, and the parts of a release fit together.
 *
 * <p>Only what the set itself brings about counts against it: a rule that named a missing release before does not.
 *
 * @param tables with the set laid over them
 */
record Integrity(WorkingTables tables, ReleaseContents contents) {

    List<Conflict.Reason> reasonsAgainst(List<Transition> transitions) {
        List<Conflict.Reason> reasons = new ArrayList<>();
        for (Transition transition : transitions) {
            switch (transition) {
                case Transition.OfRule(RuleId _, Rule before, Rule after) -> {
                    if (after != null) {
                        aliasTaken(after, reasons);
                        releasesMissing(before, after, reasons);
                    }
                }
                case Transition.OfPin(Pins.Key pin, ReleaseName _, ReleaseName after, long _) -> {
                    if (after != null && tables.release(after) == null) {
                        reasons.add(new Conflict.ReleaseMissing(pin.toString(), after));
                    }
                }
                case Transition.OfRelease(ReleaseName name, Release before, Release after) -> {
                    if (before != null && before.readOnly()) {
                        readOnly(before, after, reasons);
                    }
                    if (after == null) {
                        stillNamed(name, reasons);
                    } else if (before == null || !before.content().equals(after.content())) {
                        newProblems(before, after)
                                .forEach(problem -> reasons.add(new Conflict.ReleaseInvalid(name, problem)));
                    }
                }
            }
        }
        return reasons.stream().distinct().toList();
    }

    private List<Problem> newProblems(@Nullable Release before, Release after) {
        List<Problem> problems = contents.problems(after.content());
        if (before == null || problems.isEmpty()) {
            return problems;
        }
        List<Problem> known = contents.flaws(before.content());
        return problems.stream().filter(problem -> !known.contains(problem)).toList();
    }

    /** What the changes make rules and pins name is what their authors meant, not a later release of that name. */
    List<Conflict.Reason> releasesReplaced(List<Change> changes) {
        List<Conflict.Reason> reasons = new ArrayList<>();
        for (Change change : changes) {
            for (ReleaseName name : change.identity().named().keySet()) {
                Release found = tables.release(name);
                if (found != null && change.identity().namesAnother(name, found.incarnation())) {
                    reasons.add(new Conflict.ReleaseReplaced(named(change), name));
                }
            }
        }
        return reasons;
    }

    private static String named(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> addition.rule().id().named();
            case Change.RuleEdit edit -> edit.rule().named();
            case Change.RuleRemoval removal -> removal.rule().named();
            case Change.PinEdit edit -> edit.pin().toString();
            case Change.ReleaseAddition addition -> addition.name().value();
            case Change.ReleaseEdit edit -> edit.name().value();
            case Change.ReleaseRemoval removal -> removal.name().value();
            case Change.Unstaged unstaged -> "change " + unstaged.id();
        };
    }

    private void aliasTaken(Rule rule, List<Conflict.Reason> reasons) {
        if (rule.alias() != null) {
            TreeSet<RuleId> owners = new TreeSet<>(tables.rulesWithAlias(rule.alias()));
            if (owners.size() > 1) {
                reasons.add(new Conflict.AliasTaken(rule.alias(), owners.first(), owners.last()));
            }
        }
    }

    private void releasesMissing(@Nullable Rule before, Rule after, List<Conflict.Reason> reasons) {
        List<ReleaseName> namedBefore = before == null ? List.of() : NamedReleases.namedBy(before);
        for (ReleaseName name : NamedReleases.namedBy(after)) {
            if (tables.release(name) == null && !namedBefore.contains(name)) {
                reasons.add(new Conflict.ReleaseMissing(after.id().named(), name));
            }
        }
    }

    private static void readOnly(Release before, @Nullable Release after, List<Conflict.Reason> reasons) {
        boolean kept = after != null
                && after.content().equals(before.content())
                && after.product().equals(before.product());
        if (!kept && (after == null || after.readOnly())) {
            reasons.add(new Conflict.ReadOnly(before.name()));
        }
    }

    private void stillNamed(ReleaseName removed, List<Conflict.Reason> reasons) {
        for (RuleId rule : tables.rulesNaming(removed)) {
            reasons.add(new Conflict.ReleaseMissing(rule.named(), removed));
        }
        tables.pins().forEach((pin, name) -> {
            if (name.equals(removed)) {
                reasons.add(new Conflict.ReleaseMissing(pin.toString(), removed));
            }
        });
    }
}
