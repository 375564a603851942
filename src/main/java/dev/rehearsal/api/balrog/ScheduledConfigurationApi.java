package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.ChangeKeys;
import dev.rehearsal.api.json.ChangeRequests;
import dev.rehearsal.api.json.ChangeRows;
import dev.rehearsal.api.json.ChangeType;
import dev.rehearsal.api.json.ChangedObject;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.ScheduledChangeEdits;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's scheduled changes of permissions, requirements and shutoffs, each a set of one; pins are only listed. */
@RestController
@RequestMapping("/api/scheduled_changes")
class ScheduledConfigurationApi {

    private static final String REQUIREMENTS = "/{group:required_signoffs}/{kind:product|permissions}";
    private static final String OTHERS = "/{kind:permissions|emergency_shutoff}";
    private static final String OTHERS_AND_PINS = "/{kind:permissions|emergency_shutoff|pinnable_releases}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ChangeSets changeSets;
    private final ScheduledChanges scheduledChanges;
    private final ScheduledChangeFinder finder;
    private final ScheduledChangeEdits edits;
    private final ScheduledConfigurationRows rows;
    private final ChangeRequests requests;

    ScheduledConfigurationApi(
            ChangeSets changeSets,
            ScheduledChanges scheduledChanges,
            ScheduledChangeFinder finder,
            ScheduledChangeEdits edits,
            ScheduledConfigurationRows rows,
            ChangeRequests requests) {
        this.changeSets = changeSets;
        this.scheduledChanges = scheduledChanges;
        this.finder = finder;
        this.edits = edits;
        this.rows = rows;
        this.requests = requests;
    }

    @GetMapping({REQUIREMENTS, OTHERS_AND_PINS})
    Map<String, Object> list(
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Integer limit) {
        List<ScheduledChange> scheduled = scheduledChanges.of(
                ScheduledRow.extent(all), ScheduledKind.at(group, kind).object().wireName());
        Page<Map<String, @Nullable Object>> some = ScheduledRow.page(
                rows.of(scheduled).stream()
                        .filter(row -> product == null || product.equals(row.get("product")))
                        .filter(row -> channel == null || channel.equals(row.get("channel")))
                        .toList(),
                ScheduledRow.paging(page, limit));
        return ScheduledRow.list(some, some.items());
    }

    @GetMapping({REQUIREMENTS + "/{scId}", OTHERS_AND_PINS + "/{scId}"})
    Map<String, Object> get(
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId) {
        return Map.of("scheduled_change", rows.row(finder.find(ScheduledKind.at(group, kind), scId)));
    }

    @PostMapping({REQUIREMENTS, OTHERS})
    Map<String, Object> schedule(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @RequestBody JsonNode body) {
        ChangedObject object = ScheduledKind.at(group, kind).object();
        RowKind<?> rowKind = Objects.requireNonNull(object.kind());
        JsonFields fields = JsonFields.of(body);
        ScheduledRow.refuseUnknown(fields, object);
        ScheduledRow.refuseId(fields);
        Instant when = fields.time("when");
        ChangeType type = ChangeType.read(fields);
        if (type != ChangeType.INSERT) {
            fields.integer("data_version");
        }
        Proposal.ChangeRow<?> proposal = ChangeRequests.row(fields, rowKind, type);
        fields.refuseProblems();
        ChangeSet set = changeSets.schedule(actor, proposal.title(), when, List.of(proposal));
        return ScheduledRow.scheduled(set);
    }

    /** What is not sent stays as it is scheduled; of what it is nothing can be changed. */
    @PostMapping({REQUIREMENTS + "/{scId}", OTHERS + "/{scId}"})
    Map<String, Object> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable(required = false) @Nullable String group,
            @PathVariable String kind,
            @PathVariable long scId,
            @RequestBody JsonNode body) {
        ScheduledKind known = ScheduledKind.at(group, kind);
        ScheduledChange scheduled = finder.find(known, scId);
        JsonFields fields = JsonFields.of(body);
        ScheduledRow.refuseUnknown(fields, known.object());
        int seen = fields.integer("sc_data_version");
        Instant when = fields.has("when") ? fields.time("when") : null;
        ChangeType type = ChangeType.named(Subject.of(scheduled.change()).type());
        Proposal instead = type == ChangeType.DELETE
                ? null
                : requests.proposal(merged(fields, known, scheduled, type), known.object(), type);
        fields.refuseProblems();
        return ScheduledRow.edited(edits.edit(actor, scheduled, seen, when, instead));
    }

    private static JsonFields merged(
            JsonFields fields, ScheduledKind kind, ScheduledChange scheduled, ChangeType type) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(ChangeKeys.of(scheduled.change()));
        whole.forEach((name, value) -> fields.refuseOther(name, String.valueOf(value)));
        whole.putAll(ChangeRows.inline((RowChange<?>) scheduled.change()));
        ObjectNode json = JSON.valueToTree(whole);
        for (String name : kind.object().fields()) {
            if (fields.json().has(name)) {
                json.set(name, fields.json().get(name));
            }
        }
        if (type == ChangeType.UPDATE) {
            json.put("data_version", fields.integer("data_version"));
        }
        return fields.part(json, "");
    }
}
