package dev.rehearsal.change;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns what is asked of releases into changes that remember what they replace. */
@Component
class ReleaseProposals {

    private final ReleaseContents contents;
    private final Releases releases;
    private final ReleaseWriter writing;

    ReleaseProposals(ReleaseContents contents, Releases releases, ReleaseWriter writing) {
        this.contents = contents;
        this.releases = releases;
        this.writing = writing;
    }

    void prepare(JsonNode blob) {
        writing.prepare(blob);
    }

    Change addition(Proposal.AddRelease proposal, ProposalContext context) {
        refuseExisting(proposal.name(), context);
        Manifest manifest = writing.store(proposal.name(), proposal.product(), proposal.blob(), context.place());
        return new Change.ReleaseAddition(
                context.nextId(), proposal.name(), proposal.product(), proposal.readOnly(), manifest);
    }

    Change replacement(Proposal.ReplaceRelease proposal, ProposalContext context) {
        Release base = base(proposal.name(), context);
        checkVersion(base, proposal.dataVersion(), context.place());
        String product = proposal.product() == null ? base.product() : proposal.product();
        Manifest manifest = writing.store(base, product, proposal.blob(), context.place());
        return edit(proposal.name(), difference(base, product, manifest), context);
    }

    /** An edit of what differs, which may be nothing (a Balrog fact). */
    Change row(Proposal.ReleaseRow proposal, ProposalContext context) {
        Release base = base(proposal.name(), context);
        checkVersion(base, proposal.dataVersion(), context.place());
        String product = proposal.product() == null ? base.product() : proposal.product();
        Manifest manifest = proposal.blob() == null
                ? contents.manifest(base.content())
                : writing.store(base, product, proposal.blob(), context.place());
        Map<ReleaseField, @Nullable Object> difference = difference(base, product, manifest);
        if (proposal.readOnly() != null && proposal.readOnly() != base.readOnly()) {
            difference.put(new ReleaseField.ReadOnly(), proposal.readOnly());
        }
        return edited(proposal.name(), difference, context);
    }

    /** An addition of the base with each other part after it; or an edit for each part that differs. */
    List<Change> partByPart(Proposal.WriteRelease proposal, ProposalContext context) {
        Release base = find(proposal.name(), context);
        if (base == null) {
            return additionByPart(proposal, context);
        }
        String product = proposal.product() == null ? base.product() : proposal.product();
        Manifest manifest = writing.store(base, product, proposal.blob(), context.place());
        Map<ReleaseField, @Nullable Object> difference = difference(base, product, manifest);
        return editsByPart(proposal.name(), proposal.dataVersions(), difference, context);
    }

    /** @param seen data versions by part path: required of live parts that would change */
    List<Change> editsByPart(
            ReleaseName name,
            Map<String, Integer> seen,
            Map<ReleaseField, @Nullable Object> difference,
            ProposalContext context) {
        checkPartVersions(name, seen, difference, context);
        context.ids().expect(difference.size());
        List<Change> changes = new ArrayList<>();
        difference.forEach((field, value) -> {
            Map<ReleaseField, @Nullable Object> alone = new HashMap<>();
            alone.put(field, value);
            changes.add(edit(name, alone, context));
        });
        return changes;
    }

    private List<Change> additionByPart(Proposal.WriteRelease proposal, ProposalContext context) {
        String product = proposal.product();
        if (product == null) {
            throw RefusedException.invalid(
                    context.place() + "product", "is missing: name the product of this new release");
        }
        Manifest manifest = writing.store(proposal.name(), product, proposal.blob(), context.place());
        SortedMap<String, ContentHash> locales = new TreeMap<>(manifest.parts());
        ContentHash basePart = Objects.requireNonNull(locales.remove(BlobParts.BASE_PATH));
        Manifest baseOnly = new Manifest(new TreeMap<>(Map.of(BlobParts.BASE_PATH, basePart)));
        context.ids().expect(1 + locales.size());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.ReleaseAddition(context.nextId(), proposal.name(), product, false, baseOnly));
        locales.forEach((path, content) -> changes.add(new Change.ReleaseEdit(
                context.nextId(),
                proposal.name(),
                Map.of(new ReleaseField.Part(path), new FieldEdit(content, null, null)))));
        return changes;
    }

    Map<ReleaseField, @Nullable Object> difference(Release base, String product, Manifest manifest) {
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
        return fields;
    }

    private void checkPartVersions(
            ReleaseName name,
            Map<String, Integer> versions,
            Map<ReleaseField, @Nullable Object> fields,
            ProposalContext context) {
        if (!context.live().releases().containsKey(name)) {
            return;
        }
        Map<String, ReleasePart> parts = releases.parts(name);
        List<Problem> problems = new ArrayList<>();
        for (ReleaseField field : fields.keySet()) {
            if (field instanceof ReleaseField.Part(String path) && parts.containsKey(path)) {
                int current = parts.get(path).dataVersion();
                Integer seen = versions.get(path);
                if (seen == null || seen != current) {
                    problems.add(new Problem(
                            context.place() + "old_data_versions" + (path.equals(BlobParts.BASE_PATH) ? "" : path),
                            "the part is at data_version %d, not %s: look at it again before changing it"
                                    .formatted(current, seen == null ? "named here" : seen)));
                }
            }
        }
        RefusedException.throwIfAny(problems);
    }

    Change removal(Proposal.RemoveRelease proposal, ProposalContext context) {
        Release base = base(proposal.name(), context);
        checkVersion(base, proposal.dataVersion(), context.place());
        LinkedHashSet<ContentHash> seen = new LinkedHashSet<>();
        for (Tables tables : List.of(context.live(), context.before())) {
            Release release = tables.releases().get(proposal.name());
            if (release != null) {
                seen.add(release.content());
            }
        }
        return new Change.ReleaseRemoval(context.nextId(), proposal.name(), List.copyOf(seen));
    }

    /** A release that this very set adds has neither a live nor a staged row yet: its parts replace nothing. */
    Change edit(ReleaseName name, Map<ReleaseField, @Nullable Object> fields, ProposalContext context) {
        if (fields.isEmpty()) {
            throw RefusedException.invalid(
                    context.place(), "nothing would change: release '" + name + "' looks like this already");
        }
        return edited(name, fields, context);
    }

    private Change edited(ReleaseName name, Map<ReleaseField, @Nullable Object> fields, ProposalContext context) {
        Release liveRow = context.live().releases().get(name);
        Release stagedRow = context.before().releases().get(name);
        Map<ReleaseField, FieldEdit> edits = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            Object staged = valueOf(field, stagedRow);
            edits.put(field, new FieldEdit(value, liveRow == null ? staged : valueOf(field, liveRow), staged));
        });
        return new Change.ReleaseEdit(context.nextId(), name, edits);
    }

    private @Nullable Object valueOf(ReleaseField field, @Nullable Release release) {
        return release == null ? null : field.of(release, contents.manifest(release.content()));
    }

    Change storedAddition(Proposal.AddStoredRelease proposal, ProposalContext context) {
        refuseExisting(proposal.name(), context);
        refuseMissing(proposal.name(), proposal.blob().parts().values(), context);
        return new Change.ReleaseAddition(
                context.nextId(), proposal.name(), proposal.product(), proposal.readOnly(), proposal.blob());
    }

    /** What is like this already, live and staged, is left out. */
    Change storedEdit(Proposal.EditStoredRelease proposal, ProposalContext context) {
        Release liveRow = context.live().releases().get(proposal.name());
        Release stagedRow = context.before().releases().get(proposal.name());
        Map<ReleaseField, @Nullable Object> fields = new LinkedHashMap<>();
        proposal.fields().forEach((field, value) -> {
            if (liveRow == null
                    || !Objects.equals(value, valueOf(field, liveRow))
                    || !Objects.equals(value, valueOf(field, stagedRow))) {
                fields.put(field, value);
            }
        });
        List<ContentHash> parts = fields.values().stream()
                .filter(ContentHash.class::isInstance)
                .map(ContentHash.class::cast)
                .toList();
        refuseMissing(proposal.name(), parts, context);
        return edit(proposal.name(), fields, context);
    }

    /** Contents that were never live are removed some day, though sets that named them can be copied. */
    private void refuseMissing(ReleaseName name, Collection<ContentHash> parts, ProposalContext context) {
        if (!writing.missing(parts).isEmpty()) {
            throw RefusedException.conflict(List.of(new Problem(
                    context.place(),
                    "the content of release '" + name
                            + "' is not kept any more, since it was never live: upload it again")));
        }
    }

    private static void refuseExisting(ReleaseName name, ProposalContext context) {
        if (context.before().releases().containsKey(name)) {
            throw RefusedException.invalid(
                    context.place() + "name", "release '" + name + "' exists already: change it instead");
        }
    }

    private static @Nullable Release find(ReleaseName name, ProposalContext context) {
        return context.live()
                .releases()
                .getOrDefault(name, context.before().releases().get(name));
    }

    static Release base(ReleaseName name, ProposalContext context) {
        Release base = find(name, context);
        if (base == null) {
            throw unknown(name);
        }
        return base;
    }

    static RefusedException unknown(ReleaseName name) {
        return RefusedException.notFound(
                "there is no release '" + name + "', neither live nor added by the queue before");
    }

    /** @param clash what stands against putting both versions together, beginning with a comma; empty for nothing */
    static RefusedException outdated(Release current, int seen, String clash, String place) {
        return RefusedException.invalid(
                place + "data_version",
                "release '%s' is at data_version %d by now, not %d%s: look at it again before changing it"
                        .formatted(current.name(), current.dataVersion(), seen, clash));
    }

    static void checkVersion(Release base, @Nullable Integer dataVersion, String place) {
        if (dataVersion != null && base.dataVersion() != dataVersion) {
            throw outdated(base, dataVersion, "", place);
        }
    }
}
