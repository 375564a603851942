package dev.rehearsal.change;

import dev.rehearsal.blob.BlobMerge;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ReleaseField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns what is asked of releases that only the write itself knows: it depends on what they are at that moment. */
@Component
class ReleaseWriteProposals {

    private final ReleaseProposals proposals;
    private final Releases releases;
    private final StoredContents contents;
    private final ReleaseWriter writing;

    ReleaseWriteProposals(
            ReleaseProposals proposals, Releases releases, StoredContents contents, ReleaseWriter writing) {
        this.proposals = proposals;
        this.releases = releases;
        this.contents = contents;
        this.writing = writing;
    }

    /** As far as can be known before the write: of what is live by then. */
    void prepare(Proposal.ReleaseWrite write) {
        writing.prepare(
                write.appliedTo(releases.find(write.name()).map(this::json).orElseGet(() -> beginning(write))));
    }

    void prepare(Proposal.MergeRelease merge) {
        releases.find(merge.name()).ifPresent(row -> writing.prepare(BlobMerge.laidOver(json(row), merge.keys())));
    }

    /** Nothing, if the release is like this already. */
    List<Change> written(Proposal.ReleaseWrite write, ProposalContext context) {
        Release row = context.before().releases().get(write.name());
        if (row == null) {
            ObjectNode blob = write.appliedTo(beginning(write));
            return List.of(
                    proposals.addition(new Proposal.AddRelease(write.name(), write.product(), false, blob), context));
        }
        ObjectNode current = json(row);
        refuse(write, row, current, context.place());
        ObjectNode blob = write.appliedTo(current);
        if (write.seen() instanceof Proposal.Seen.At(int seen) && seen != row.dataVersion()) {
            blob = reconciled(row, seen, current, blob, context.place());
        }
        Manifest manifest = writing.store(row, write.product(), blob, context.place());
        Map<ReleaseField, @Nullable Object> difference = proposals.difference(row, write.product(), manifest);
        return difference.isEmpty() ? List.of() : List.of(proposals.edit(write.name(), difference, context));
    }

    /** A change for each part that comes out different; none, if all keys are like this already. */
    List<Change> merged(Proposal.MergeRelease merge, ProposalContext context) {
        Release row = context.before().releases().get(merge.name());
        if (row == null) {
            throw ReleaseProposals.unknown(merge.name());
        }
        ObjectNode blob = BlobMerge.laidOver(json(row), merge.keys());
        Manifest manifest = writing.store(row, row.product(), blob, context.place());
        Map<ReleaseField, @Nullable Object> difference = proposals.difference(row, row.product(), manifest);
        return proposals.editsByPart(merge.name(), merge.dataVersions(), difference, context);
    }

    /** Nothing, if it is so already. */
    List<Change> locked(Proposal.LockRelease lock, ProposalContext context) {
        Release base = ReleaseProposals.base(lock.name(), context);
        ReleaseProposals.checkVersion(base, lock.dataVersion(), context.place());
        Release staged = context.before().releases().getOrDefault(lock.name(), base);
        if (base.readOnly() == lock.readOnly() && staged.readOnly() == lock.readOnly()) {
            return List.of();
        }
        return List.of(proposals.edit(lock.name(), Map.of(new ReleaseField.ReadOnly(), lock.readOnly()), context));
    }

    /** As Balrog begins a release that is written piece by piece. */
    private static ObjectNode beginning(Proposal.ReleaseWrite write) {
        ObjectNode blob = JsonNodeFactory.instance.objectNode();
        Proposal.BlobStart start = startOf(write);
        if (start != null) {
            blob.put("name", write.name().value()).put("schema_version", start.schemaVersion());
            if (start.hashFunction() != null) {
                blob.put("hashFunction", start.hashFunction());
            }
        }
        return blob;
    }

    private static Proposal.@Nullable BlobStart startOf(Proposal.ReleaseWrite write) {
        return switch (write) {
            case Proposal.PutRelease _ -> null;
            case Proposal.UpdateRelease update -> update.start();
            case Proposal.WriteLocale locale -> locale.start();
        };
    }

    private static void refuse(Proposal.ReleaseWrite write, Release row, ObjectNode current, String place) {
        ReleaseName name = write.name();
        if (write.seen() instanceof Proposal.Seen.None) {
            throw RefusedException.invalid(
                    place + "data_version",
                    "is missing: release '" + name + "' exists, so say which one you have seen");
        }
        Proposal.BlobStart start = startOf(write);
        if (start != null && !row.product().equals(write.product())) {
            throw RefusedException.invalid(
                    place + "product",
                    "release '%s' is of product '%s', not '%s'".formatted(name, row.product(), write.product()));
        }
        String hashFunction = current.path("hashFunction").asString("");
        if (start != null
                && start.hashFunction() != null
                && !hashFunction.isEmpty()
                && !hashFunction.equals(start.hashFunction())) {
            throw RefusedException.invalid(
                    place + "hashFunction",
                    "release '%s' has '%s', not '%s'".formatted(name, hashFunction, start.hashFunction()));
        }
        if (row.readOnly()) {
            throw RefusedException.forbidden(
                    "release '" + name + "' is read-only: make it writable before changing it");
        }
    }

    /** Automation sends the locales of a release at once, each with the version that it saw: these go together. */
    private ObjectNode reconciled(Release row, int seen, ObjectNode current, ObjectNode wanted, String place) {
        Manifest ancestor =
                seen < row.dataVersion() ? releases.manifestAt(row.name(), seen).orElse(null) : null;
        if (ancestor == null) {
            throw ReleaseProposals.outdated(row, seen, "", place);
        }
        try {
            ObjectNode together = BlobMerge.threeWay((ObjectNode) contents.json(ancestor), current, wanted);
            if (together.equals(current)) {
                throw ReleaseProposals.outdated(row, seen, "", place);
            }
            return together;
        } catch (BlobMerge.Clash clash) {
            throw ReleaseProposals.outdated(row, seen, ", and " + clash.place() + " was changed meanwhile", place);
        }
    }

    private ObjectNode json(Release row) {
        return (ObjectNode) contents.json(row.content());
    }
}
