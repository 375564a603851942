package dev.rehearsal.insight.warning;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.live.LastWrite;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.FieldEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks who could sign, and when releases were written last; the whole queue at once, once for each state. */
@Service
class JudgedSurroundings implements ChangeSetSurroundings {

    private final ReadinessCheck check;
    private final Releases releases;
    private final AtomicReference<@Nullable Known> latest = new AtomicReference<>();

    JudgedSurroundings(ReadinessCheck check, Releases releases) {
        this.check = check;
        this.releases = releases;
    }

    private record Known(NodeState state, Map<ChangeSetId, Readiness> forecast, Map<ReleaseName, LastWrite> written) {}

    @Override
    public List<Finding> of(NodeState state, ChangeSet set) {
        List<Finding> findings = new ArrayList<>();
        if (!set.isOpen()) {
            return findings;
        }
        Known known = known(state);
        Readiness queued = known.forecast().get(set.id());
        Readiness readiness =
                queued == null ? check.readiness(set, state.live(), state.queue(), state.circumstances()) : queued;
        check.rowsMoved(set, state.circumstances())
                .forEach(moved -> findings.add(new ChangeSetFinding.ConfigurationMoved(
                        set.id(), moved.object() + " was changed after this was saved")));
        readiness.obstacles().stream()
                .filter(Obstacle.TooFewSigners.class::isInstance)
                .map(Obstacle.TooFewSigners.class::cast)
                .forEach(few -> findings.add(
                        new ChangeSetFinding.NobodyCanSign(set.id(), few.role(), few.needed(), few.eligible())));
        Set<ReleaseName> named = releasesOf(set);
        Map<ReleaseName, LastWrite> written =
                queued == null && !isPast(state) ? releases.lastWrites(named) : known.written();
        for (ReleaseName release : named) {
            LastWrite last = written.get(release);
            if (last != null && last.at().isAfter(set.contentAt())) {
                findings.add(new ChangeSetFinding.ReleaseMoved(set.id(), release, last));
            }
        }
        return findings;
    }

    private Known known(NodeState state) {
        Known known = latest.get();
        if (known == null || known.state() != state) {
            Set<ReleaseName> named = new HashSet<>();
            state.queue().forEach(set -> named.addAll(releasesOf(set)));
            known = new Known(
                    state,
                    check.forecast(state.live(), state.queue(), state.circumstances()),
                    isPast(state) ? Map.of() : releases.lastWrites(named));
            latest.set(known);
        }
        return known;
    }

    /** What was written last is known of today only. */
    private static boolean isPast(NodeState state) {
        return state.version().version() == 0;
    }

    /** Returns those that the set writes, or that its rules and pins lead to because of it. */
    private static Set<ReleaseName> releasesOf(ChangeSet set) {
        Set<ReleaseName> names = new TreeSet<>();
        for (Change change : set.changes()) {
            switch (change) {
                case Change.RuleAddition(var _, Rule rule, var _) ->
                    Stream.of(rule.mapping(), rule.fallbackMapping())
                            .filter(name -> name != null)
                            .forEach(names::add);
                case Change.RuleEdit edit ->
                    Stream.of(RuleField.MAPPING, RuleField.FALLBACK_MAPPING)
                            .map(edit.fields()::get)
                            .filter(field -> field != null && field.value() != null)
                            .map(field -> new ReleaseName(String.valueOf(field.value())))
                            .forEach(names::add);
                case Change.ReleaseEdit edit -> names.add(edit.name());
                case Change.ReleaseRemoval removal -> names.add(removal.name());
                case Change.PinEdit(var _, var _, FieldEdit mapping, var _) -> {
                    if (mapping.value() instanceof ReleaseName name) {
                        names.add(name);
                    }
                }
                case Change.RuleRemoval _, Change.ReleaseAddition _, Change.Unstaged _ -> {}
            }
        }
        return names;
    }
}
