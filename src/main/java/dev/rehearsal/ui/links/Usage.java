package dev.rehearsal.ui.links;

import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseUse;
import dev.rehearsal.problem.WireNamed;
import java.util.Optional;
import java.util.function.Predicate;

/** The ways in which a release may be in use, by which the list is narrowed. */
public enum Usage implements WireNamed {
    /** A live rule maps or falls back to it. */
    SERVED(row -> uses(row, use -> use.by() instanceof ReleaseUse.By.OfRule && use.when() != ReleaseUse.When.TO_COME)),
    /** The queue changes it, or who needs it. */
    PENDING(row -> !row.pending().isEmpty() || uses(row, use -> use.when() != ReleaseUse.When.LIVE)),
    PINNED(row -> uses(row, use -> use.by() instanceof ReleaseUse.By.OfPin)),
    CHILD(row -> uses(row, use -> use.by() instanceof ReleaseUse.By.OfParent)),
    PARTIAL(row -> uses(row, use -> use.by() instanceof ReleaseUse.By.OfPartial)),
    UNUSED(row -> row.uses().isEmpty() && row.pending().isEmpty());

    private final Predicate<ReleaseTable.Row> condition;

    Usage(Predicate<ReleaseTable.Row> condition) {
        this.condition = condition;
    }

    boolean holdsFor(ReleaseTable.Row row) {
        return condition.test(row);
    }

    static Optional<Usage> named(String wireName) {
        return WireNamed.find(Usage.class, wireName);
    }

    private static boolean uses(ReleaseTable.Row row, Predicate<ReleaseUse> wanted) {
        return row.uses().stream().anyMatch(wanted);
    }
}
