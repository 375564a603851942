package dev.rehearsal.enactment;

import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.ReleaseWriting;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what staging computed: enacting is storing the difference between live and the sets laid over it. */
@Component
class EnactmentWriter {

    private final Rules rules;
    private final ReleaseWriting releases;
    private final PinnedReleases pins;
    private final ConfigurationWriter unstaged;
    private final ChangeSetStore store;
    private final Signoffs signoffs;

    EnactmentWriter(
            Rules rules,
            ReleaseWriting releases,
            PinnedReleases pins,
            ConfigurationWriter unstaged,
            ChangeSetStore store,
            Signoffs signoffs) {
        this.rules = rules;
        this.releases = releases;
        this.pins = pins;
        this.unstaged = unstaged;
        this.store = store;
        this.signoffs = signoffs;
    }

    /**
     * Applies sets that were judged under this entry's lock, in order.
     *
     * @param stage of these sets alone on the live tables; it has no conflicts
     * @param open all sets that are still to be enacted
     * @return the sets as they are now
     */
    List<ChangeSet> apply(Entry entry, Actor by, List<ChangeSet> sets, Stage stage, List<ChangeSet> open) {
        List<ChangeSet> enacted = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            ChangeSet set = sets.get(i);
            Entry own = entry.enacting(set.id().value(), set.author());
            List<Transition> transitions = stage.steps().get(i).transitions();
            apply(own, transitions);
            for (Change change : set.changes()) {
                if (change instanceof UnstagedChange other) {
                    unstaged.apply(own, other);
                }
            }
            ChangeSet after = set.in(new ChangeSet.Enacted(by, entry.at()));
            store.update(entry, after);
            dropOutdatedSignoffs(entry, set, transitions, open, sets);
            enacted.add(after);
        }
        return enacted;
    }

    private void apply(Entry entry, List<Transition> transitions) {
        List<RuleId> removed = new ArrayList<>();
        List<Rule> edited = new ArrayList<>();
        List<Rule> added = new ArrayList<>();
        for (Transition transition : transitions) {
            switch (transition) {
                case Transition.OfRelease(ReleaseName name, var before, var after) ->
                    releases.apply(entry, name, before, after);
                case Transition.OfRule(RuleId id, Rule before, Rule after) -> {
                    if (after == null) {
                        removed.add(id);
                    } else {
                        (before == null ? added : edited).add(after);
                    }
                }
                case Transition.OfPin(var pin, var _, var after) -> pins.apply(entry, pin, after);
            }
        }
        rules.apply(entry, removed, edited, added);
    }

    /** Whoever signed that a rule shall map to a release, before this content of it was written, signed something else. */
    private void dropOutdatedSignoffs(
            Entry entry, ChangeSet set, List<Transition> transitions, List<ChangeSet> open, List<ChangeSet> together) {
        Set<ReleaseName> changed = new HashSet<>();
        for (Transition transition : transitions) {
            if (transition instanceof Transition.OfRelease ofRelease) {
                changed.add(ofRelease.name());
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        for (ChangeSet other : open) {
            boolean refers =
                    other.changes().stream().flatMap(EnactmentWriter::namedBy).anyMatch(changed::contains);
            boolean goesToo = together.stream().anyMatch(one -> one.id().equals(other.id()));
            if (refers && !goesToo) {
                signoffs.dropGivenUpTo(entry, other.id(), set.contentAt());
            }
        }
    }

    private static Stream<ReleaseName> namedBy(Change change) {
        return switch (change) {
            case Change.RuleAddition(var _, Rule rule) ->
                Stream.of(rule.mapping(), rule.fallbackMapping()).filter(name -> name != null);
            case Change.RuleEdit edit ->
                Stream.of(edit.fields().get(RuleField.MAPPING), edit.fields().get(RuleField.FALLBACK_MAPPING))
                        .map(EnactmentWriter::releaseIn)
                        .filter(name -> name != null);
            case Change.PinEdit edit ->
                Stream.of(edit.mapping()).map(EnactmentWriter::releaseIn).filter(name -> name != null);
            case Change.RuleRemoval _,
                    Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.Unstaged _ -> Stream.empty();
        };
    }

    private static @Nullable ReleaseName releaseIn(@Nullable FieldEdit edit) {
        Object value = edit == null ? null : edit.value();
        return switch (value) {
            case ReleaseName name -> name;
            case String text -> new ReleaseName(text);
            case null, default -> null;
        };
    }
}
