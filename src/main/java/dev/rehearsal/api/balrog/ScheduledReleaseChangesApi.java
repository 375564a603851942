package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobJson;
import dev.rehearsal.api.json.ChangeType;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.Titles;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ScheduledChanges;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.matching.ReleaseName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.node.ObjectNode;

/** Balrog's scheduled changes of whole releases: each is a change set of one. */
@RestController
@RequestMapping("/api/scheduled_changes/releases")
class ScheduledReleaseChangesApi {

    private final ChangeSets changeSets;
    private final ScheduledChanges scheduledChanges;
    private final ScheduledChangeFinder finder;
    private final ScheduledReleaseRows rows;

    ScheduledReleaseChangesApi(
            ChangeSets changeSets,
            ScheduledChanges scheduledChanges,
            ScheduledChangeFinder finder,
            ScheduledReleaseRows rows) {
        this.changeSets = changeSets;
        this.scheduledChanges = scheduledChanges;
        this.finder = finder;
        this.rows = rows;
    }

    /** Without those of releases that Balrog's second API made, which lists them itself. */
    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Integer limit) {
        ReleaseName release = name == null || name.isEmpty() ? null : new ReleaseName(name);
        Page<ScheduledChange> some = ScheduledRow.page(
                rows.listed(scheduledChanges.ofReleases(ScheduledRow.extent(all), release)),
                ScheduledRow.paging(page, limit));
        return ScheduledRow.list(some, rows.withoutParts(some.items()));
    }

    @GetMapping("/{scId}")
    Map<String, Object> get(@PathVariable long scId) {
        return Map.of(
                "scheduled_change",
                rows.of(List.of(finder.find(ScheduledKind.RELEASES, scId))).getFirst());
    }

    @PostMapping
    Map<String, Object> schedule(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        ScheduledRow.refuseId(fields);
        Instant when = fields.time("when");
        ReleaseName name = new ReleaseName(fields.text("name"));
        ChangeType type = ChangeType.read(fields);
        Proposal proposal = switch (type) {
            case INSERT ->
                new Proposal.AddRelease(name, fields.text("product"), fields.flag("read_only", false), blob(fields));
            case UPDATE -> update(name, fields);
            case DELETE -> new Proposal.RemoveRelease(name, fields.integer("data_version"));
        };
        fields.refuseProblems();
        Titles.refuseLongName(name);
        return ScheduledRow.scheduled(changeSets.schedule(actor, title(type, name), when, List.of(proposal)));
    }

    /** Without a blob it is the lock that shall change (a Balrog fact). */
    private static Proposal update(ReleaseName name, JsonFields fields) {
        int dataVersion = fields.integer("data_version");
        return fields.has("read_only") && !fields.has("data")
                ? new Proposal.ReleaseRow(name, dataVersion, null, fields.requiredFlag("read_only"), null)
                : new Proposal.ReleaseRow(name, dataVersion, fields.optionalText("product"), null, blob(fields));
    }

    /** Balrog sends it as a JSON string; an object is taken as well. */
    private static ObjectNode blob(JsonFields fields) {
        return BlobJson.read(fields, "data");
    }

    private static String title(ChangeType type, ReleaseName name) {
        return switch (type) {
            case INSERT -> "Add release " + name;
            case UPDATE -> "Change release " + name;
            case DELETE -> "Remove release " + name;
        };
    }
}
