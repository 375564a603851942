package dev.rehearsal.api.own;

import dev.rehearsal.api.json.ChangeRows;
import dev.rehearsal.api.json.ChangeStanding;
import dev.rehearsal.api.json.RequirementJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.PassedElsewhereHint;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.insight.warning.ChangeSetFindings;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Conflict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A change set: in a list with its signoffs, by itself with all that stands between it and going live. */
@Component
class ChangeSetJson {

    private final SnapshotKeeper snapshots;
    private final ReadinessOverview readiness;
    private final ChangeStanding signoffs;
    private final ChangeRows changes;
    private final PassedElsewhereHint elsewhere;
    private final ChangeSetFindings findings;

    ChangeSetJson(
            SnapshotKeeper snapshots,
            ReadinessOverview readiness,
            ChangeStanding signoffs,
            ChangeRows changes,
            PassedElsewhereHint elsewhere,
            ChangeSetFindings findings) {
        this.snapshots = snapshots;
        this.readiness = readiness;
        this.signoffs = signoffs;
        this.changes = changes;
        this.elsewhere = elsewhere;
        this.findings = findings;
    }

    Map<String, @Nullable Object> listed(ChangeSet set) {
        NodeState state = snapshots.current();
        Map<String, @Nullable Object> json = set(set, state);
        if (set.isOpen()) {
            Optional<Conflict> conflict = state.stages().wholeQueue().conflictOf(set.id());
            json.put("missing", signoffs.missing(set));
            json.put("changes_requested_by", requested(state, set));
            json.put("conflicts", sentences(conflict));
        }
        return json;
    }

    Map<String, @Nullable Object> whole(ChangeSet set) {
        NodeState state = snapshots.current();
        Map<String, @Nullable Object> json = set(set, state);
        if (set.isOpen()) {
            Readiness standing = readiness.of(state, set);
            String digest = standing.inTurn().digest().value();
            String alone = standing.alone().digest().value();
            json.put("digest", digest);
            if (!alone.equals(digest)) {
                json.put("digest_alone", alone);
            }
            json.put(
                    "lapsed_signoffs",
                    standing.ballot().lapsed().stream()
                            .map(lapsed -> Map.of(
                                    "person", lapsed.signoff().by().name(),
                                    "role", lapsed.signoff().role().name(),
                                    "reason", lapsed.reason()))
                            .toList());
            json.put("missing", RequirementJson.perRole(standing.missing()));
            json.put("changes_requested_by", requested(state, set));
            json.put("conflicts", sentences(standing.staged()));
            json.put("gates", standing.gates().stream().map(GateJson::of).toList());
            json.put("rails", standing.rails().stream().map(RailJson::of).toList());
            json.put(
                    "obstacles",
                    standing.obstacles().stream().map(elsewhere::sentence).toList());
            json.put("needs_attention", standing.needsAttention());
            json.put(
                    "findings",
                    findings.of(state, set).stream().map(FindingJson::of).toList());
        }
        return json;
    }

    private static List<String> requested(NodeState state, ChangeSet set) {
        return state.circumstances().requestsOf(set.id()).stream()
                .map(request -> request.by().name())
                .distinct()
                .toList();
    }

    private Map<String, @Nullable Object> set(ChangeSet set, NodeState state) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", set.id().value());
        json.put("title", set.title());
        json.put("author", set.author().name());
        json.put("created_at", set.createdAt().toEpochMilli());
        json.put("when", set.due().toEpochMilli());
        json.put("state", name(set.state()));
        switch (set.state()) {
            case ChangeSet.Enacted(Actor by, Instant at) -> ended(json, by, at);
            case ChangeSet.Withdrawn(Actor by, Instant at) -> ended(json, by, at);
            case ChangeSet.Disarmed(String reason, Instant at) -> {
                json.put("disarmed_reason", reason);
                json.put("disarmed_at", at.toEpochMilli());
            }
            case ChangeSet.Draft(), ChangeSet.Pending(), ChangeSet.Held() -> {}
        }
        json.put("data_version", set.dataVersion());
        json.put(
                "changes",
                set.changes().stream()
                        .map(change -> changes.of(change, set, state.live()))
                        .toList());
        json.put("signoffs", signoffs.signoffs(set));
        json.put("required_signoffs", signoffs.requiredSignoffs(set));
        return json;
    }

    private static void ended(Map<String, @Nullable Object> json, Actor by, Instant at) {
        json.put("ended_by", by.name());
        json.put("ended_at", at.toEpochMilli());
    }

    private static List<String> sentences(Optional<Conflict> conflict) {
        return conflict.map(found ->
                        found.reasons().stream().map(Conflict.Reason::sentence).toList())
                .orElse(List.of());
    }

    static String name(ChangeSet.State state) {
        return switch (state) {
            case ChangeSet.Draft() -> "draft";
            case ChangeSet.Pending() -> "pending";
            case ChangeSet.Held() -> "held";
            case ChangeSet.Disarmed _ -> "disarmed";
            case ChangeSet.Enacted _ -> "enacted";
            case ChangeSet.Withdrawn _ -> "withdrawn";
        };
    }
}
