package dev.rehearsal.change;

import dev.rehearsal.journal.Entry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import dev.rehearsal.release.ReleaseWriting;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes what staging computes: enacting a set is storing the difference between live and the set laid over it. */
@Component
class Enacting {

    private final Rules rules;
    private final ReleaseWriting releases;
    private final ReleaseContents contents;
    private final MergedReleases mergedReleases;

    Enacting(Rules rules, ReleaseWriting releases, ReleaseContents contents, MergedReleases mergedReleases) {
        this.mergedReleases = mergedReleases;
        this.rules = rules;
        this.releases = releases;
        this.contents = contents;
    }

    void apply(Entry entry, Tables live, QueuedSet set) {
        Stage stage = Stage.of(live, List.of(set), contents);
        if (!stage.conflicts().isEmpty()) {
            throw RefusedException.conflict(stage.conflicts().getFirst().reasons().stream()
                    .map(Conflict.Reason::sentence)
                    .map(sentence -> new Problem("", sentence))
                    .toList());
        }
        Set<RuleId> touchedRules = new LinkedHashSet<>();
        Set<ReleaseName> touchedReleases = new LinkedHashSet<>();
        for (Stage.Step step : stage.steps()) {
            for (Transition transition : step.transitions()) {
                switch (transition) {
                    case Transition.OfRule ofRule -> touchedRules.add(ofRule.id());
                    case Transition.OfRelease ofRelease -> touchedReleases.add(ofRelease.name());
                }
            }
        }
        refuseInvalid(stage.staged(), touchedReleases);
        for (ReleaseName name : touchedReleases) {
            Release before = live.releases().get(name);
            Release after = stage.staged().releases().get(name);
            releases.apply(entry, name, before, after);
        }
        applyRules(entry, live, stage.staged(), touchedRules);
    }

    /** Parts that were right when they were saved may not fit together any more. */
    private void refuseInvalid(Tables staged, Set<ReleaseName> touched) {
        List<Problem> problems = mergedReleases.problems(touched.stream()
                .map(staged.releases()::get)
                .filter(Objects::nonNull)
                .toList());
        if (!problems.isEmpty()) {
            throw RefusedException.conflict(problems);
        }
    }

    private void applyRules(Entry entry, Tables live, Tables staged, Set<RuleId> touched) {
        List<RuleId> removed = new ArrayList<>();
        List<Rule> edited = new ArrayList<>();
        List<Rule> added = new ArrayList<>();
        for (RuleId id : touched) {
            Rule after = staged.rules().get(id);
            if (after == null) {
                removed.add(id);
            } else if (live.rules().containsKey(id)) {
                edited.add(after);
            } else {
                added.add(after);
            }
        }
        rules.apply(entry, removed, edited, added);
    }
}
