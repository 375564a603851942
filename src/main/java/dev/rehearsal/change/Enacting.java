package dev.rehearsal.change;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.ReleaseContents;
import dev.rehearsal.release.ReleaseWriting;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what staging computes: enacting a set is storing the difference between live and the set laid over it. */
@Component
class Enacting {

    private final Rules rules;
    private final ReleaseWriting releases;
    private final ReleaseContents contents;

    Enacting(Rules rules, ReleaseWriting releases, ReleaseContents contents) {
        this.rules = rules;
        this.releases = releases;
        this.contents = contents;
    }

    /** @throws RefusedException if the set is in conflict with what is live */
    void apply(Entry entry, Tables live, QueuedSet set) {
        Stage stage = Stage.of(live, List.of(set), contents);
        stage.conflictOf(set.id()).ifPresent(Enacting::refuse);
        List<Transition> transitions = stage.steps().getFirst().transitions();
        for (Transition transition : transitions) {
            if (transition instanceof Transition.OfRelease ofRelease) {
                releases.apply(entry, ofRelease.name(), ofRelease.before(), ofRelease.after());
            }
        }
        applyRules(entry, transitions);
    }

    private void applyRules(Entry entry, List<Transition> transitions) {
        List<RuleId> removed = new ArrayList<>();
        List<Rule> edited = new ArrayList<>();
        List<Rule> added = new ArrayList<>();
        for (Transition transition : transitions) {
            if (transition instanceof Transition.OfRule(RuleId id, Rule before, Rule after)) {
                if (after == null) {
                    removed.add(id);
                } else {
                    (before == null ? added : edited).add(after);
                }
            }
        }
        rules.apply(entry, removed, edited, added);
    }

    private static void refuse(Conflict conflict) {
        throw RefusedException.conflict(conflict.reasons().stream()
                .map(reason -> new Problem("", reason.sentence()))
                .toList());
    }
}
