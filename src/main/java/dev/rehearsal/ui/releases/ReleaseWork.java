package dev.rehearsal.ui.releases;

import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.RevertService;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReleaseTask;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does the tasks on a release that need no file, on the release as it is at that moment. */
record ReleaseWork(ReleaseTables tables, RevertService revertService, StoredContents contents, PartTexts texts) {

    private static final Messages MESSAGES = Messages.beside(ReleaseWork.class);

    /**
     * None where nothing would change.
     *
     * @param revision to go back to; null where that says nothing
     * @throws dev.rehearsal.problem.RefusedException if there is no way back to it
     */
    List<Proposal> proposals(ReleaseName name, ReleaseTask task, @Nullable Long revision) {
        if (task == ReleaseTask.REVERT) {
            return revision == null ? List.of() : List.of(revertService.releaseTo(name, revision));
        }
        return tables.current().find(name).map(row -> proposals(row, task)).orElse(List.of());
    }

    private static List<Proposal> proposals(ReleaseTable.Row row, ReleaseTask task) {
        return switch (task) {
            case LOCK -> lock(row, true);
            case UNLOCK -> lock(row, false);
            case REMOVE ->
                List.of(new Proposal.RemoveRelease(row.name(), row.release().dataVersion()));
            case UPLOAD, REVERT -> List.of();
        };
    }

    private static List<Proposal> lock(ReleaseTable.Row row, boolean readOnly) {
        boolean already = row.release().readOnly() == readOnly
                && row.staged() != null
                && row.staged().readOnly() == readOnly;
        return already
                ? List.of()
                : List.of(new Proposal.LockRelease(row.name(), row.release().dataVersion(), readOnly));
    }

    /** @param row of the release that gets another blob; null for a new one */
    BlobDifferenceCard difference(ReleaseTable.@Nullable Row row, ReleaseTable table) {
        return new BlobDifferenceCard(table, contents, texts, row == null ? null : row.release());
    }

    static String heading(ReleaseName name, ReleaseTask task) {
        return name.value().isEmpty()
                ? MESSAGES.get("upload.heading")
                : MESSAGES.get("heading." + task.wireName(), name.value());
    }

    static SortedSet<String> products(ReleaseTable table) {
        SortedSet<String> products = new TreeSet<>();
        table.rows().forEach(row -> products.add(row.release().product()));
        return products;
    }
}
