package dev.rehearsal.enactment;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tells which direct edits of the last thirty days would be refused by now: automation that works as with Balrog writes what
 * guarded channels get though no rule names it. Each row is looked at once, on the tables as they are.
 */
@Service
public class RefusedDirectEdits {

    /** How far back it looks. */
    public static final Duration LATELY = Duration.ofDays(30);

    private final ChangeSets changeSets;
    private final ReadinessCheck check;
    private final ReleaseContents contents;

    RefusedDirectEdits(ChangeSets changeSets, ReadinessCheck check, ReleaseContents contents) {
        this.changeSets = changeSets;
        this.check = check;
        this.contents = contents;
    }

    /** The kinds of direct edit, as far as the option that exempts them tells them apart. */
    public enum Kind {
        PINS("pins"),
        SUPERBLOB_PARTS("superblob-parts"),
        PARTIAL_SOURCES("partial-sources"),
        OTHERS("others");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the option {@code rehearsal.signoff.exempt} spells it. */
        public String word() {
            return word;
        }
    }

    /**
     * @param edits how many sets of the kind there were
     * @param rows what they wrote
     * @param channels the guarded pairs that ask for signoffs or tests because of it
     */
    public record Refused(int edits, Set<String> rows, Set<ProductChannel> channels) {}

    /** Returns what would be refused, by kind; kinds of which nothing would be are left out. */
    public Map<Kind, Refused> of(Tables live, ApprovalContext now, Instant at) {
        Map<Kind, Refused> refused = new TreeMap<>();
        Map<Object, List<ProductChannel>> known = new HashMap<>();
        Decision.Situation situation = new Decision.Situation(live, List.of(), now, at);
        for (ChangeSet set : changeSets.directEditsSince(at.minus(LATELY))) {
            Set<Kind> counted = new LinkedHashSet<>();
            for (Change change : set.changes()) {
                Transition transition = transition(change, live);
                if (transition == null) {
                    continue;
                }
                Object row = row(transition);
                List<ProductChannel> pairs = known.computeIfAbsent(
                        row, unseen -> check.guardedBehind(List.of(change), List.of(transition), situation));
                if (!pairs.isEmpty()) {
                    Kind kind = kind(transition, live);
                    Refused so = refused.getOrDefault(kind, new Refused(0, Set.of(), Set.of()));
                    refused.put(
                            kind,
                            new Refused(
                                    so.edits() + (counted.add(kind) ? 1 : 0),
                                    with(so.rows(), List.of(row instanceof RuleId id ? "rule " + id : row.toString())),
                                    with(so.channels(), pairs)));
                }
            }
        }
        return refused;
    }

    private static <T> Set<T> with(Set<T> some, List<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** What stands for a change of this row: that it is there no more. */
    private static @Nullable Transition transition(Change change, Tables live) {
        return switch (change) {
            case Change.PinEdit edit -> {
                ReleaseName present = live.pin(edit.pin());
                yield present == null ? null : new Transition.OfPin(edit.pin(), present, null, 0);
            }
            case Change.ReleaseEdit edit -> gone(live.release(edit.name()));
            case Change.ReleaseAddition addition -> gone(live.release(addition.name()));
            case Change.RuleEdit edit -> gone(live.rule(edit.rule()));
            case Change.RuleAddition addition -> gone(live.rule(addition.rule().id()));
            case Change.RuleRemoval _, Change.ReleaseRemoval _, Change.Unstaged _ -> null;
        };
    }

    private static @Nullable Transition gone(@Nullable Release release) {
        return release == null ? null : new Transition.OfRelease(release.name(), release, null);
    }

    private static @Nullable Transition gone(@Nullable Rule rule) {
        return rule == null ? null : new Transition.OfRule(rule.id(), rule, null);
    }

    private static Object row(Transition transition) {
        return switch (transition) {
            case Transition.OfPin(Pins.Key pin, var _, var _, var _) -> pin;
            case Transition.OfRelease(ReleaseName name, var _, var _) -> name;
            case Transition.OfRule(var id, var _, var _) -> id;
        };
    }

    private Kind kind(Transition transition, Tables live) {
        if (transition instanceof Transition.OfPin) {
            return Kind.PINS;
        }
        if (transition instanceof Transition.OfRelease(ReleaseName name, var _, var _)) {
            List<References> all = new ArrayList<>();
            live.releases().values().forEach(release -> all.add(contents.references(release.content())));
            if (all.stream().anyMatch(references -> references.children().contains(name))) {
                return Kind.SUPERBLOB_PARTS;
            }
            if (all.stream().anyMatch(references -> references.partialSources().contains(name))) {
                return Kind.PARTIAL_SOURCES;
            }
            if (live.pins().releases().containsValue(name)) {
                return Kind.PINS;
            }
        }
        return Kind.OTHERS;
    }
}
