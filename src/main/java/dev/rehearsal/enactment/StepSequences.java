package dev.rehearsal.enactment;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.EffectTracker;
import dev.rehearsal.staging.Lens;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.TablesDifference;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Begins sequences of steps, in which sets are laid one after the other. The first look at a state is dear: it is kept for
 * as long as the same is asked for.
 */
final class StepSequences {

    /** Where more rows than this are others, all is looked at anew. */
    static final int MOST_FOLLOWED = 500;

    private final ReleaseContents contents;
    private final Provenance provenance;
    private final DecisionRules rules;
    private volatile Known latest = new Known(null, Set.of(), null);
    private volatile Known latestFrozen = new Known(null, Set.of(), null);

    StepSequences(ReleaseContents contents, Provenance provenance, DecisionRules rules) {
        this.contents = contents;
        this.provenance = provenance;
        this.rules = rules;
    }

    /** The start of effects that is known of the live tables, for the pairs that were asked for last. */
    private record Known(@Nullable Tables live, Set<ProductChannel> pairs, EffectTracker.@Nullable Start start) {

        EffectTracker.@Nullable Start of(Tables asked, Set<ProductChannel> of) {
            return live == asked && pairs.equals(of) ? start : null;
        }
    }

    /** @param set that is looked at besides the queue */
    StepSequence begin(Decision.Situation now, ChangeSet set) {
        List<ChangeSet> sets = new ArrayList<>(now.queue());
        sets.add(set);
        return begin(now, sets);
    }

    /** @param sets that are looked at, of the queue or not */
    StepSequence begin(Decision.Situation now, List<ChangeSet> sets) {
        Set<String> products = products(now, sets);
        Guards guards = Guards.of(now.context(), products);
        FrozenPairs frozen = FrozenPairs.of(now.context(), now.live(), products, sets);
        return new StepSequence(
                now.live(),
                now.context(),
                guards,
                start(now.live(), guards.pairs()),
                frozen.isEmpty()
                        ? FreezeCheck.NONE
                        : new FreezeCheck(frozen, frozenStart(now.live(), frozen), contents),
                rules,
                provenance,
                contents);
    }

    /** Begins one that looks at these guards alone, whatever is frozen. */
    StepSequence begin(Tables live, ApprovalContext now, Guards guards) {
        return new StepSequence(
                live, now, guards, start(live, guards.pairs()), FreezeCheck.NONE, rules, provenance, contents);
    }

    static Guards guards(Decision.Situation now, List<ChangeSet> sets) {
        return Guards.of(now.context(), products(now, sets));
    }

    /** Returns the products that the live tables, the context, the queue and these sets name. */
    static Set<String> products(Decision.Situation now, List<ChangeSet> sets) {
        Set<String> products = new TreeSet<>(Guards.productsNamed(now.live(), now.context()));
        now.queue().forEach(queued -> addProducts(products, queued));
        sets.forEach(set -> addProducts(products, set));
        return products;
    }

    private static void addProducts(Set<String> products, ChangeSet set) {
        set.changes().forEach(change -> Guards.productNamed(change).forEach(products::add));
    }

    private EffectTracker.Start start(Tables live, Set<ProductChannel> pairs) {
        Known known = latest;
        EffectTracker.Start same = known.of(live, pairs);
        if (same != null) {
            return same;
        }
        EffectTracker.Start start = start(known, live, pairs);
        latest = new Known(live, pairs, start);
        return start;
    }

    private EffectTracker.Start start(Known known, Tables live, Set<ProductChannel> pairs) {
        if (known.live() != null && known.start() != null && known.pairs().equals(pairs)) {
            List<Transition> moved = TablesDifference.between(known.live(), live);
            if (moved.size() <= MOST_FOLLOWED) {
                return known.start().next(live, moved);
            }
        }
        return new EffectTracker.Start(live, contents, pairs, rules.signed());
    }

    /** Frozen pairs are followed apart: what signers sign does not depend on what is frozen. */
    private EffectTracker.Start frozenStart(Tables live, FrozenPairs frozen) {
        EffectTracker.Start known = latestFrozen.of(live, frozen.served());
        if (known != null) {
            return known;
        }
        EffectTracker.Start start = new EffectTracker.Start(live, contents, frozen.served(), Lens.EVERYTHING);
        latestFrozen = new Known(live, frozen.served(), start);
        return start;
    }
}
