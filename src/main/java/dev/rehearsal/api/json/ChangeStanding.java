package dev.rehearsal.api.json;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes how far a scheduled change is with its signoffs, in Balrog's shape. */
@Component
public class ChangeStanding {

    private final SnapshotKeeper snapshots;
    private final ReadinessOverview readiness;
    private final Signoffs signoffs;
    private final AtomicReference<@Nullable Judged> judged = new AtomicReference<>();

    ChangeStanding(SnapshotKeeper snapshots, ReadinessOverview readiness, Signoffs signoffs) {
        this.snapshots = snapshots;
        this.readiness = readiness;
        this.signoffs = signoffs;
    }

    /** The whole queue is judged once for all rows of a list. */
    private record Judged(NodeState state, ReadinessOverview.SignoffProgress progress) {}

    /** Returns the role that each person signed with whose signoff counts, by person. */
    public Map<String, String> signoffs(ChangeSet set) {
        Map<String, String> roles = new LinkedHashMap<>();
        given(set)
                .forEach(
                        signoff -> roles.put(signoff.by().name(), signoff.role().name()));
        return roles;
    }

    /** Returns how many signoffs are needed, by role; none of a set that is enacted (a Balrog fact). */
    public Map<String, Integer> requiredSignoffs(ChangeSet set) {
        return RequirementJson.perRole(required(set));
    }

    /** Returns how many signoffs are still to be given, by role. */
    public Map<String, Integer> missing(ChangeSet set) {
        Requirements required = required(set);
        return RequirementJson.perRole(
                required.isEmpty() ? required : readiness.missing(snapshots.current(), set, required));
    }

    private List<Signoff> given(ChangeSet set) {
        if (set.isOpen()) {
            return readiness.of(snapshots.current(), set).counted();
        }
        return signoffs.of(set.id()).stream()
                .filter(signoff -> !Boolean.FALSE.equals(signoff.counted()))
                .toList();
    }

    private Requirements required(ChangeSet set) {
        if (!set.isOpen()) {
            return Requirements.NONE;
        }
        NodeState state = snapshots.current();
        return state.pending(set.id()).isPresent() ? progress(state).required(set) : readiness.required(state, set);
    }

    private ReadinessOverview.SignoffProgress progress(NodeState state) {
        Judged known = judged.get();
        if (known == null || known.state() != state) {
            known = new Judged(state, readiness.progress(state));
            judged.set(known);
        }
        return known.progress();
    }

    public static Map<String, Integer> json(Requirements required) {
        Map<String, Integer> json = new LinkedHashMap<>();
        required.perRole().forEach((Role role, Integer count) -> json.put(role.name(), count));
        return json;
    }
}
