package dev.rehearsal.enactment;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The shutoffs that a set lifts, and whose clients get updates again by that: those of the channel and of its partners, and
 * those of products that draw the stopped one in.
 */
record LiftedShutoffs(List<Shutoff> shutoffs, Supplier<Tables> tables, ReleaseContents contents) {

    /** @param tables are asked for only where something is lifted */
    static LiftedShutoffs of(ChangeSet set, Supplier<Tables> tables, ReleaseContents contents) {
        return new LiftedShutoffs(
                RowKinds.SHUTOFFS
                        .in(set.changes())
                        .filter(change -> change.after() == null)
                        .map(RowChange::latest)
                        .toList(),
                tables,
                contents);
    }

    Stream<ProductChannel> among(Collection<ProductChannel> pairs) {
        return shutoffs.isEmpty() ? Stream.empty() : pairs.stream().filter(this::stopped);
    }

    private boolean stopped(ProductChannel pair) {
        return shutoffs.stream().anyMatch(shutoff -> isThere(shutoff, pair) && isOfProduct(shutoff, pair));
    }

    private static boolean isThere(Shutoff shutoff, ProductChannel pair) {
        return shutoff.channel().equals(pair.channel())
                || shutoff.channel().equals(UpdateQuery.fallbackOf(pair.channel()));
    }

    private boolean isOfProduct(Shutoff shutoff, ProductChannel pair) {
        return shutoff.product().equals(pair.product())
                || Effect.productsBehind(tables.get(), contents, pair).contains(shutoff.product());
    }
}
