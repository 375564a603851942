package dev.rehearsal.insight.preview;

import dev.rehearsal.live.LastWrite;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Releases that nobody needs, live or with the queue, by the time since which they are as they are. */
@Service
public class UnusedReleases {

    private final ReleaseTables tables;
    private final Releases releases;

    UnusedReleases(ReleaseTables tables, Releases releases) {
        this.tables = tables;
        this.releases = releases;
    }

    /** @param since when it was written last; null where no history says so */
    public record Unused(ReleaseTable.Row row, @Nullable Instant since) {

        /** Whether it can be deleted as it is. */
        public boolean isLocked() {
            return row.release().readOnly();
        }
    }

    /**
     * Lists them, those that are unchanged for longest first.
     *
     * @param product null for every product
     * @param before when it must have been written last, at the latest; null for whenever
     */
    public List<Unused> list(@Nullable String product, @Nullable Instant before) {
        List<ReleaseTable.Row> rows = tables.current().rows().stream()
                .filter(row -> row.uses().isEmpty() && row.pending().isEmpty())
                .filter(row -> product == null || product.equals(row.release().product()))
                .toList();
        Map<ReleaseName, LastWrite> writes =
                releases.lastWrites(rows.stream().map(ReleaseTable.Row::name).toList());
        return rows.stream()
                .map(row -> new Unused(row, at(writes.get(row.name()))))
                .filter(unused -> before == null
                        || unused.since() == null
                        || !unused.since().isAfter(before))
                .sorted(Comparator.comparing(Unused::since, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(unused -> unused.row().name(), ReleaseOrder.BY_NAME))
                .toList();
    }

    private static @Nullable Instant at(@Nullable LastWrite write) {
        return write == null ? null : write.at();
    }
}
