package dev.rehearsal.api.json;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKey;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.Subject;
import dev.rehearsal.staging.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the {@code changes} of a set. A change that the set has already is named by its {@code sc_id}: it is kept as it
 * is if nothing more is said of it, and rewritten otherwise; what it is about cannot be changed.
 */
@Component
public class ChangeRequests {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What every change is told with, and may be sent back with. */
    private static final Set<String> TOLD = Set.of(
            "sc_id",
            "object",
            "change_type",
            "data_version",
            "written_by",
            ChangeRows.BASE,
            ChangeRows.FIELDS,
            ChangeRows.PARTS);

    private final StagedRequests staged;

    ChangeRequests(StagedRequests staged) {
        this.staged = staged;
    }

    /**
     * @param set that is edited; null for a new one
     * @return those that could be read; what is wrong with the others is with the fields
     */
    public List<Proposal> read(JsonFields fields, @Nullable ChangeSet set) {
        JsonNode changes = fields.json().path("changes");
        List<Proposal> proposals = new ArrayList<>();
        if (!changes.isArray()) {
            return fields.wrong("changes", "must be a list of changes", proposals);
        }
        for (int place = 0; place < changes.size(); place++) {
            String at = "changes[" + place + "]";
            if (changes.get(place) instanceof ObjectNode change) {
                one(fields.part(change, changes.size() == 1 ? "" : at + "."), set)
                        .ifPresent(proposals::add);
            } else {
                fields.wrong(at, "must be an object", at);
            }
        }
        return proposals;
    }

    private Optional<Proposal> one(JsonFields change, @Nullable ChangeSet set) {
        if (!change.has("sc_id")) {
            return proposal(change);
        }
        int id = change.integer("sc_id");
        Optional<Change> known = set == null ? Optional.empty() : find(set, id);
        if (known.isEmpty()) {
            change.wrong("sc_id", "is no change of this set: leave it out for a new one", id);
        }
        return known.flatMap(one -> again(change, one));
    }

    private static Optional<Change> find(ChangeSet set, int id) {
        return set.changes().stream()
                .filter(change -> change.id().value() == id)
                .findFirst();
    }

    private Optional<Proposal> again(JsonFields change, Change known) {
        Subject subject = Subject.of(known);
        Map<String, Object> keys = ChangeKeys.of(known);
        change.refuseOther("object", subject.object());
        change.refuseOther("change_type", subject.type());
        if (!subject.type().equals(ChangeType.INSERT.wireName())) {
            keys.forEach((name, value) -> change.refuseOther(name, value.toString()));
        }
        boolean saysMore = change.json().propertyNames().stream()
                .anyMatch(name -> !TOLD.contains(name) && !keys.containsKey(name));
        if (!saysMore) {
            return Optional.of(new Proposal.Keep(known));
        }
        if (known instanceof Change.ReleaseAddition addition && !change.has("blob")) {
            change.refuseOther("product", addition.product());
            boolean readOnly = change.flag("read_only", addition.readOnly());
            return Optional.of(new Proposal.Rewrite(
                    known.id(),
                    new Proposal.AddStoredRelease(addition.name(), addition.product(), readOnly, addition.manifest())));
        }
        ObjectNode whole = JSON.valueToTree(keys);
        whole.setAll(change.json());
        whole.put("object", subject.object()).put("change_type", subject.type());
        return proposal(change.part(whole, ""))
                .map(by -> by instanceof Proposal.AddRule(var _, var columns)
                                && known instanceof Change.RuleAddition(var _, var rule, var _)
                        ? new Proposal.AddRule(rule.id(), columns)
                        : by)
                .map(by -> new Proposal.Rewrite(known.id(), by));
    }

    private Optional<Proposal> proposal(JsonFields change) {
        String name = change.text("object");
        Optional<ChangedObject> object = ChangedObject.named(name);
        ChangeType type = ChangeType.read(change);
        if (object.isEmpty()) {
            return name.isEmpty()
                    ? Optional.empty()
                    : change.wrong("object", "must be one of " + ChangedObject.all(), Optional.empty());
        }
        Set<String> allowed = new HashSet<>(object.get().fields());
        allowed.addAll(TOLD);
        change.allowOnly(allowed);
        return Optional.of(proposal(change, object.get(), type));
    }

    /** Returns what is asked of one object; what is wrong with it is with the fields. */
    public Proposal proposal(JsonFields change, ChangedObject object, ChangeType type) {
        RowKind<?> kind = object.kind();
        if (kind != null) {
            return row(change, kind, type);
        }
        return object.equals(ChangedObject.RULE)
                ? staged.rule(change, type)
                : object.equals(ChangedObject.RELEASE)
                        ? staged.release(change, type)
                        : StagedRequests.pin(change, type);
    }

    /** Reads what is asked of a row; what is wrong with it is with the fields. */
    public static <R> Proposal.ChangeRow<R> row(JsonFields change, RowKind<R> kind, ChangeType type) {
        R becomes = type == ChangeType.DELETE ? null : kind.read(change);
        return new Proposal.ChangeRow<>(
                kind,
                key(change, kind, type, becomes),
                type == ChangeType.INSERT ? Proposal.Row.NONE_YET : Proposal.Row.THERE,
                change.dataVersion(),
                becomes);
    }

    private static <R> RowKey key(JsonFields change, RowKind<R> kind, ChangeType type, @Nullable R becomes) {
        if (kind.isNumbered()) {
            return type == ChangeType.INSERT ? RowKey.ofNewRow() : RowKey.ofNumber(change.integer("id"));
        }
        return becomes == null ? kind.readKey(change) : kind.key(becomes);
    }
}
