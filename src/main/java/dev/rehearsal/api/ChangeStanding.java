package dev.rehearsal.api;

import dev.rehearsal.access.Role;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.review.Standings;
import dev.rehearsal.signoff.Requirements;
import dev.rehearsal.signoff.Signoffs;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How far a scheduled change is with its signoffs, in Balrog's shape. */
@Component
class ChangeStanding {

    private final SnapshotKeeper snapshots;
    private final Standings standings;
    private final Signoffs signoffs;

    ChangeStanding(SnapshotKeeper snapshots, Standings standings, Signoffs signoffs) {
        this.snapshots = snapshots;
        this.standings = standings;
        this.signoffs = signoffs;
    }

    /** The role that each person signed with, by person. */
    Map<String, String> signoffs(ChangeSet set) {
        Map<String, String> roles = new LinkedHashMap<>();
        signoffs.of(set.id())
                .forEach(
                        signoff -> roles.put(signoff.by().name(), signoff.role().name()));
        return roles;
    }

    /** How many signoffs are needed, by role; none of a set that is enacted (a Balrog fact). */
    Map<String, Integer> requiredSignoffs(ChangeSet set) {
        return switch (set.state()) {
            case ChangeSet.Enacted _, ChangeSet.Withdrawn _ -> Map.of();
            case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held() -> json(required(set));
        };
    }

    private Requirements required(ChangeSet set) {
        CurrentState state = snapshots.current();
        Standings.SignoffProgress progress = standings.progress(state);
        return progress.knows(set)
                ? progress.required(set)
                : standings.of(state, set).required();
    }

    static Map<String, Integer> json(Requirements required) {
        Map<String, Integer> json = new LinkedHashMap<>();
        required.perRole().forEach((Role role, Integer count) -> json.put(role.name(), count));
        return json;
    }
}
