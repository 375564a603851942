package dev.rehearsal.insight.review;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.insight.review.Clash.Side;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Identity;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resolution is what a set shall hold once its clashes are decided: what it still says is saved again against what is
 * there now.
 */
final class Resolution {

    private final Tables live;
    private final Tables before;
    private final StoredContents contents;
    private final Map<Clash, Side> decided;
    private final Map<Change, List<Clash>> clashes = new HashMap<>();

    /** @param before the tables that the set is laid over */
    Resolution(Tables live, Tables before, StoredContents contents, Map<Clash, Side> decided) {
        this.live = live;
        this.before = before;
        this.contents = contents;
        this.decided = decided;
        decided.keySet()
                .forEach(clash -> clashes.computeIfAbsent(clash.change(), change -> new ArrayList<>())
                        .add(clash));
    }

    /** All changes that are left, in their order; edits of one release that clash become one. */
    List<Proposal> of(ChangeSet set) {
        List<Proposal> proposals = new ArrayList<>();
        Map<ReleaseName, List<Change.ReleaseEdit>> releases = new LinkedHashMap<>();
        for (Change change : set.changes()) {
            if (!clashes.containsKey(change)) {
                proposals.add(new Proposal.Keep(change));
            } else if (rowIsMine(change)) {
                if (change instanceof Change.ReleaseEdit edit) {
                    releases.computeIfAbsent(edit.name(), name -> new ArrayList<>())
                            .add(edit);
                } else {
                    proposals.addAll(again(change));
                }
            }
        }
        releases.forEach((name, edits) -> proposals.addAll(again(name, edits)));
        return proposals;
    }

    private boolean rowIsMine(Change change) {
        return clashesOf(change).stream()
                .allMatch(clash -> clash instanceof Clash.OfField || decided.get(clash) == Side.MINE);
    }

    private List<Proposal> again(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> List.of(new Proposal.Keep(addition.meaning(Identity.UNKNOWN)));
            case Change.RuleEdit edit -> again(edit);
            case Change.RuleRemoval removal -> List.of(new Proposal.RemoveRule(removal.rule(), null));
            case Change.ReleaseAddition addition ->
                List.of(new Proposal.ReplaceRelease(
                        addition.name(), null, addition.product(), (ObjectNode) contents.json(addition.manifest())));
            case Change.ReleaseEdit edit -> again(edit.name(), List.of(edit));
            case Change.ReleaseRemoval removal -> List.of(new Proposal.RemoveRelease(removal.name(), null));
            case Change.PinEdit edit ->
                said(edit, "mapping", edit.mapping()).stream()
                        .<Proposal>map(said -> new Proposal.SetPin(edit.pin(), (ReleaseName) said.value()))
                        .toList();
            case Change.Unstaged unstaged -> List.of(((RowChange<?>) unstaged).again());
        };
    }

    private List<Proposal> again(Change.RuleEdit edit) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        edit.fields()
                .forEach((field, value) -> said(edit, field.wireName(), value)
                        .ifPresent(said -> fields.put(field.wireName(), said.value())));
        return fields.isEmpty() ? List.of() : List.of(new Proposal.EditRule(edit.rule(), null, fields));
    }

    /**
     * The release as it is, with the parts that the set still says; so that nothing but these becomes the edit. What the sets
     * before this one change, and this one puts back as it is live, is said by itself: it would be no difference.
     */
    private List<Proposal> again(ReleaseName name, List<Change.ReleaseEdit> edits) {
        Map<ReleaseField, @Nullable Object> left = new LinkedHashMap<>();
        edits.forEach(edit -> edit.fields()
                .forEach((field, value) ->
                        said(edit, field.label(), value).ifPresent(said -> left.put(field, said.value()))));
        Object lock = left.remove(new ReleaseField.ReadOnly());
        if (lock != null) {
            return List.of(new Proposal.LockRelease(name, null, Boolean.TRUE.equals(lock)));
        }
        Release staged = Objects.requireNonNull(before.releases().get(name));
        Release row = live.releases().getOrDefault(name, staged);
        Manifest manifest = contents.manifest(row.content());
        Map<ReleaseField, @Nullable Object> putBack = new LinkedHashMap<>(left);
        putBack.entrySet()
                .removeIf(field ->
                        !Objects.equals(field.getValue(), field.getKey().of(row, manifest)));
        left.keySet().removeAll(putBack.keySet());
        Manifest stagedManifest = contents.manifest(staged.content());
        putBack.entrySet()
                .removeIf(
                        field -> Objects.equals(field.getValue(), field.getKey().of(staged, stagedManifest)));
        List<Proposal> proposals = new ArrayList<>();
        if (!putBack.isEmpty()) {
            proposals.add(new Proposal.EditStoredRelease(name, putBack));
        }
        if (!left.isEmpty()) {
            Object product = left.getOrDefault(new ReleaseField.Product(), row.product());
            proposals.add(new Proposal.ReplaceRelease(name, null, (String) product, blob(manifest, left)));
        }
        return proposals;
    }

    private ObjectNode blob(Manifest manifest, Map<ReleaseField, @Nullable Object> left) {
        SortedMap<String, ContentHash> parts = new TreeMap<>(manifest.parts());
        left.forEach((field, value) -> {
            if (field instanceof ReleaseField.Part(String path)) {
                if (value instanceof ContentHash content) {
                    parts.put(path, content);
                } else {
                    parts.remove(path);
                }
            }
        });
        return (ObjectNode) contents.json(new Manifest(parts));
    }

    /** A value that a set says of a field; null for nothing in it. */
    private record Said(@Nullable Object value) {}

    /** Empty where what others made of the field stays. */
    private Optional<Said> said(Change change, String field, FieldEdit edit) {
        for (Clash clash : clashesOf(change)) {
            if (clash instanceof Clash.OfField ofField && ofField.field().equals(field)) {
                Side side = Objects.requireNonNull(decided.get(clash));
                return side == Side.THEIRS ? Optional.empty() : Optional.of(new Said(ofField.value(side)));
            }
        }
        return Optional.of(new Said(edit.value()));
    }

    private List<Clash> clashesOf(Change change) {
        return clashes.getOrDefault(change, List.of());
    }
}
