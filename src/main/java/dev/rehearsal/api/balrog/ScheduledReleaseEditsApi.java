package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.BlobJson;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.ScheduledChangeEdits;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits what is scheduled of a release: its blob, and of a new one also its product (a Balrog fact). */
@RestController
class ScheduledReleaseEditsApi {

    private static final String DATA = "data";

    private final ScheduledChangeFinder finder;
    private final ScheduledChangeEdits edits;
    private final StoredContents contents;
    private final SnapshotKeeper snapshots;

    ScheduledReleaseEditsApi(
            ScheduledChangeFinder finder,
            ScheduledChangeEdits edits,
            StoredContents contents,
            SnapshotKeeper snapshots) {
        this.finder = finder;
        this.edits = edits;
        this.contents = contents;
        this.snapshots = snapshots;
    }

    @PostMapping("/api/scheduled_changes/releases/{scId}")
    Map<String, Object> edit(
            @AuthenticationPrincipal Actor actor, @PathVariable long scId, @RequestBody JsonNode body) {
        ScheduledChange scheduled = finder.find(ScheduledKind.RELEASES, scId);
        JsonFields fields = JsonFields.of(body);
        int seen = fields.integer("sc_data_version");
        Instant when = fields.has("when") ? fields.time("when") : null;
        Proposal instead = switch (scheduled.change()) {
            case Change.ReleaseAddition addition -> addition(fields, addition, scheduled);
            case Change.ReleaseEdit edit -> edit(fields, edit, scheduled);
            case Change.ReleaseRemoval removal -> {
                refuseOutdated(fields, removal.name());
                yield null;
            }
            default -> null;
        };
        fields.refuseProblems();
        return ScheduledRow.edited(edits.edit(actor, scheduled, seen, when, instead));
    }

    private @Nullable Proposal addition(JsonFields fields, Change.ReleaseAddition addition, ScheduledChange scheduled) {
        fields.refuseOther("name", addition.name().value());
        boolean blob = fields.has(DATA);
        if (!blob && !fields.has("product")) {
            return null;
        }
        refuseOnePart(fields, addition.name(), scheduled);
        String product = fields.optionalText("product");
        return new Proposal.AddRelease(
                addition.name(),
                product == null ? addition.product() : product,
                addition.readOnly(),
                blob ? BlobJson.read(fields, DATA) : (ObjectNode) contents.json(addition.manifest()));
    }

    private @Nullable Proposal edit(JsonFields fields, Change.ReleaseEdit edit, ScheduledChange scheduled) {
        int dataVersion = refuseOutdated(fields, edit.name());
        if (!fields.has(DATA)) {
            return null;
        }
        refuseOnePart(fields, edit.name(), scheduled);
        if (edit.fields().containsKey(new ReleaseField.ReadOnly())) {
            fields.wrong(DATA, "cannot change together with the lock: schedule it on its own", edit);
        }
        FieldEdit product = edit.fields().get(new ReleaseField.Product());
        return new Proposal.ReleaseRow(
                edit.name(),
                dataVersion,
                product == null ? null : String.valueOf(product.value()),
                null,
                BlobJson.read(fields, DATA));
    }

    /** What is kept is not compared again where it is stored: a caller that has seen another release hears of it here. */
    private int refuseOutdated(JsonFields fields, ReleaseName name) {
        int dataVersion = fields.integer("data_version");
        Release live = snapshots.current().live().releases().get(name);
        if (fields.has("data_version") && live != null && live.dataVersion() != dataVersion) {
            fields.wrong(
                    "data_version",
                    "release '%s' is at data_version %d by now: look at it again".formatted(name, live.dataVersion()),
                    name);
        }
        return dataVersion;
    }

    private static void refuseOnePart(JsonFields fields, ReleaseName name, ScheduledChange scheduled) {
        if (scheduled.changesOf(name) > 1) {
            fields.wrong(
                    DATA,
                    "is one part of several here: write the whole release, with PUT /api/v2/releases/" + name,
                    name);
        }
    }
}
