package dev.rehearsal.enactment;

import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what staging computed: enacting is storing the difference between live and the sets laid over it. */
@Component
class EnactmentWriter {

    private final Rules rules;
    private final ReleaseWriter releases;
    private final PinnedReleases pins;
    private final ConfigurationWriter unstaged;
    private final ChangeSets changeSets;
    private final Signoffs signoffs;

    EnactmentWriter(
            Rules rules,
            ReleaseWriter releases,
            PinnedReleases pins,
            ConfigurationWriter unstaged,
            ChangeSets changeSets,
            Signoffs signoffs) {
        this.rules = rules;
        this.releases = releases;
        this.pins = pins;
        this.unstaged = unstaged;
        this.changeSets = changeSets;
        this.signoffs = signoffs;
    }

    /**
     * Applies what was decided under this entry's lock, step by step.
     *
     * @return the sets as they are now
     */
    List<ChangeSet> apply(Write write, Actor by, List<Step> steps) {
        List<ChangeSet> enacted = new ArrayList<>();
        for (Step step : steps) {
            ChangeSet set = step.set();
            Write own = write.enacting(set.id().value(), set.author());
            apply(own, step.transitions());
            unstaged.apply(own, set);
            signoffs.keepCounted(set.id(), step.ballot().counted());
            enacted.add(changeSets.enacted(write, set, by));
        }
        return enacted;
    }

    private void apply(Write write, List<Transition> transitions) {
        List<RuleId> removed = new ArrayList<>();
        List<Rule> edited = new ArrayList<>();
        List<Rule> added = new ArrayList<>();
        for (Transition transition : transitions) {
            switch (transition) {
                case Transition.OfRelease(ReleaseName name, var before, var after) ->
                    releases.apply(write, name, before, after);
                case Transition.OfRule(RuleId id, Rule before, Rule after) -> {
                    if (after == null) {
                        removed.add(id);
                    } else {
                        (before == null ? added : edited).add(after);
                    }
                }
                case Transition.OfPin(var pin, var _, var after, var incarnation) ->
                    pins.apply(write, pin, after, incarnation);
            }
        }
        rules.apply(write, removed, edited, added);
    }
}
