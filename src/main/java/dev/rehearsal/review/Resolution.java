package dev.rehearsal.review;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.UnstagedChange;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.Manifest;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.StoredContents;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a set shall hold once its clashes are decided: what is mine is saved again against what is there now. */
final class Resolution {

    private final Tables live;
    private final Tables before;
    private final StoredContents contents;
    private final Map<Change, List<Clash>> clashes = new HashMap<>();
    private final Set<Clash> mine;

    /**
     * @param before the tables that the set is laid over
     * @param mine the clashes in which the set has its way
     */
    Resolution(Tables live, Tables before, StoredContents contents, List<Clash> clashes, Set<Clash> mine) {
        this.live = live;
        this.before = before;
        this.contents = contents;
        this.mine = mine;
        clashes.forEach(clash -> this.clashes
                .computeIfAbsent(clash.change(), change -> new ArrayList<>())
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
                    again(change).ifPresent(proposals::add);
                }
            }
        }
        releases.forEach((name, edits) -> again(name, edits).ifPresent(proposals::add));
        return proposals;
    }

    private boolean rowIsMine(Change change) {
        return clashesOf(change).stream().allMatch(clash -> clash instanceof Clash.OfField || mine.contains(clash));
    }

    private Optional<Proposal> again(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> Optional.of(new Proposal.Keep(addition));
            case Change.RuleEdit edit -> again(edit);
            case Change.RuleRemoval removal -> Optional.of(new Proposal.RemoveRule(removal.rule(), null));
            case Change.ReleaseAddition addition ->
                Optional.of(new Proposal.ReplaceRelease(
                        addition.name(), null, addition.product(), (ObjectNode) contents.json(addition.manifest())));
            case Change.ReleaseEdit edit -> again(edit.name(), List.of(edit));
            case Change.ReleaseRemoval removal -> Optional.of(new Proposal.RemoveRelease(removal.name(), null));
            case Change.PinEdit edit ->
                theirs(edit).isEmpty()
                        ? Optional.of(new Proposal.SetPin(
                                edit.pin(), (ReleaseName) edit.mapping().value()))
                        : Optional.empty();
            case Change.Unstaged unstaged -> Optional.of(again((UnstagedChange) unstaged));
        };
    }

    private Optional<Proposal> again(Change.RuleEdit edit) {
        Set<String> dropped = theirs(edit);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<RuleField, FieldEdit> field : edit.fields().entrySet()) {
            String name = field.getKey().wireName();
            if (!dropped.contains(name)) {
                fields.put(name, field.getValue().value());
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Proposal.EditRule(edit.rule(), null, fields));
    }

    /** The release as it is, with the parts that are mine; so that nothing but these becomes the edit. */
    private Optional<Proposal> again(ReleaseName name, List<Change.ReleaseEdit> edits) {
        Map<ReleaseField, FieldEdit> kept = new LinkedHashMap<>();
        for (Change.ReleaseEdit edit : edits) {
            Set<String> dropped = theirs(edit);
            edit.fields().forEach((field, value) -> {
                if (!dropped.contains(field.label())) {
                    kept.put(field, value);
                }
            });
        }
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        FieldEdit lock = kept.get(new ReleaseField.ReadOnly());
        if (lock != null) {
            return Optional.of(new Proposal.LockRelease(name, null, Boolean.TRUE.equals(lock.value())));
        }
        Release row = Objects.requireNonNull(
                live.releases().getOrDefault(name, before.releases().get(name)));
        FieldEdit product = kept.get(new ReleaseField.Product());
        return Optional.of(new Proposal.ReplaceRelease(
                name, null, product == null ? row.product() : (String) product.value(), blob(row, kept)));
    }

    private ObjectNode blob(Release row, Map<ReleaseField, FieldEdit> kept) {
        SortedMap<String, ContentHash> parts =
                new TreeMap<>(contents.manifest(row.content()).parts());
        kept.forEach((field, value) -> {
            if (field instanceof ReleaseField.Part(String path)) {
                if (value.value() instanceof ContentHash content) {
                    parts.put(path, content);
                } else {
                    parts.remove(path);
                }
            }
        });
        return (ObjectNode) contents.json(new Manifest(parts));
    }

    private static Proposal again(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var shutoff) ->
                new Proposal.LiftShutoff(shutoff.product(), shutoff.channel(), null);
            case UnstagedChange.OfMapping(var _, var before, var after) ->
                new Proposal.ChangeMapping(before == null ? null : before.id(), null, after);
            case UnstagedChange.OfGate(var _, var before, var after) ->
                new Proposal.ChangeGate(before == null ? null : before.id(), null, after);
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                var row = before == null ? Objects.requireNonNull(after) : before;
                yield new Proposal.RequireSignoffs(
                        row.product(), row.channel(), row.role(), null, after == null ? null : after.count());
            }
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> {
                var row = before == null ? Objects.requireNonNull(after) : before;
                yield new Proposal.RequirePermissionSignoffs(
                        row.product(), row.role(), null, after == null ? null : after.count());
            }
            case UnstagedChange.OfPermission(var _, var person, var before, var after) -> {
                var row = before == null ? Objects.requireNonNull(after) : before;
                yield new Proposal.ChangePermission(person, row.name(), null, after);
            }
        };
    }

    /** The fields of a change that are left as others made them. */
    private Set<String> theirs(Change change) {
        Set<String> theirs = new HashSet<>();
        for (Clash clash : clashesOf(change)) {
            if (clash instanceof Clash.OfField field && !mine.contains(clash)) {
                theirs.add(field.field());
            }
        }
        return theirs;
    }

    private List<Clash> clashesOf(Change change) {
        return clashes.getOrDefault(change, List.of());
    }
}
