package dev.rehearsal.change;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import dev.rehearsal.release.ReleaseWriting;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked of releases into changes that remember what they replace. */
@Component
class ReleaseProposals {

    private final ReleaseContents contents;
    private final ReleaseWriting writing;

    ReleaseProposals(ReleaseContents contents, ReleaseWriting writing) {
        this.contents = contents;
        this.writing = writing;
    }

    Function<ChangeId, Change> addition(Proposal.AddRelease proposal, Tables before, String place) {
        if (before.releases().containsKey(proposal.name())) {
            throw RefusedException.invalid(
                    place + "name", "release '" + proposal.name() + "' exists already: change it instead");
        }
        Manifest manifest = writing.store(proposal.name(), proposal.product(), proposal.blob(), place);
        return id -> new Change.ReleaseAddition(id, proposal.name(), proposal.product(), proposal.readOnly(), manifest);
    }

    Function<ChangeId, Change> replacement(Proposal.ReplaceRelease proposal, Tables live, Tables before, String place) {
        Release base = base(proposal.name(), live, before);
        checkVersion(base, proposal.dataVersion(), place);
        checkWritable(base);
        String product = proposal.product() == null ? base.product() : proposal.product();
        Manifest manifest = writing.store(proposal.name(), product, proposal.blob(), place);
        Map<ReleaseField, @Nullable Object> fields = new LinkedHashMap<>();
        if (!product.equals(base.product())) {
            fields.put(new ReleaseField.Product(), product);
        }
        Manifest known = contents.manifest(base.content());
        TreeSet<String> paths = new TreeSet<>(known.parts().keySet());
        paths.addAll(manifest.parts().keySet());
        for (String path : paths) {
            ContentHash content = manifest.parts().get(path);
            if (!Objects.equals(content, known.parts().get(path))) {
                fields.put(new ReleaseField.Part(path), content);
            }
        }
        return edit(proposal.name(), fields, live, before, place);
    }

    Function<ChangeId, Change> part(Proposal.EditReleasePart proposal, Tables live, Tables before, String place) {
        Map<ReleaseField, @Nullable Object> fields = new HashMap<>();
        fields.put(new ReleaseField.Part(proposal.path()), proposal.content());
        return edit(proposal.name(), fields, live, before, place);
    }

    Function<ChangeId, Change> removal(Proposal.RemoveRelease proposal, Tables live, Tables before, String place) {
        Release base = base(proposal.name(), live, before);
        checkVersion(base, proposal.dataVersion(), place);
        checkWritable(base);
        LinkedHashSet<ContentHash> seen = new LinkedHashSet<>();
        for (Tables tables : List.of(live, before)) {
            Release release = tables.releases().get(proposal.name());
            if (release != null) {
                seen.add(release.content());
            }
        }
        return id -> new Change.ReleaseRemoval(id, proposal.name(), List.copyOf(seen));
    }

    /** A release that this very set adds has neither a live nor a staged row yet: its parts replace nothing. */
    private Function<ChangeId, Change> edit(
            ReleaseName name, Map<ReleaseField, @Nullable Object> fields, Tables live, Tables before, String place) {
        if (fields.isEmpty()) {
            throw RefusedException.invalid(
                    place, "nothing would change: release '" + name + "' looks like this already");
        }
        Release liveRow = live.releases().get(name);
        Release stagedRow = before.releases().get(name);
        Map<ReleaseField, FieldEdit> edits = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            Object staged = valueOf(field, stagedRow);
            edits.put(field, new FieldEdit(value, liveRow == null ? staged : valueOf(field, liveRow), staged));
        });
        return id -> new Change.ReleaseEdit(id, name, edits);
    }

    private @Nullable Object valueOf(ReleaseField field, @Nullable Release release) {
        return release == null ? null : field.of(release, contents.manifest(release.content()));
    }

    private static Release base(ReleaseName name, Tables live, Tables before) {
        Release base = live.releases().getOrDefault(name, before.releases().get(name));
        if (base == null) {
            throw RefusedException.notFound(
                    "there is no release '" + name + "', neither live nor added by the queue before");
        }
        return base;
    }

    private static void checkVersion(Release base, @Nullable Integer dataVersion, String place) {
        if (dataVersion != null && base.dataVersion() != dataVersion) {
            throw RefusedException.invalid(
                    place + "data_version",
                    "release '%s' is at data_version %d by now, not %d: look at it again before changing it"
                            .formatted(base.name(), base.dataVersion(), dataVersion));
        }
    }

    private static void checkWritable(Release release) {
        if (release.readOnly()) {
            throw RefusedException.invalid(
                    "", "release '" + release.name() + "' is read-only: make it writable before changing it");
        }
    }
}
