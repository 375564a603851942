package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.region.SingleCriteria.Verdict;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The kinds of clients by one criterion, and which of them rules ask for. */
final class Axis {

    private final Criterion criterion;
    private final List<Kind> kinds;
    private final String product;
    private @Nullable List<UpdateQuery> queries;
    private final SingleCriteria single;
    private final Map<Object, Judged> judged = new HashMap<>();

    /** @param failing kinds that the rule cannot be judged by */
    private record Judged(BitSet met, BitSet failing) {}

    /** @param product of the clients, which tells how versions are read */
    Axis(Criterion criterion, List<Kind> kinds, String product, SingleCriteria single) {
        this.criterion = criterion;
        this.kinds = List.copyOf(kinds);
        this.single = single;
        this.product = product;
    }

    /** One for each kind; made up only where a rule asks for something here. */
    private List<UpdateQuery> queries() {
        List<UpdateQuery> made = queries;
        if (made == null) {
            made = kinds.stream()
                    .map(kind -> new Client()
                            .saying(Criterion.PRODUCT, product)
                            .saying(criterion, kind.value())
                            .query())
                    .toList();
            queries = made;
        }
        return made;
    }

    Criterion criterion() {
        return criterion;
    }

    List<Kind> kinds() {
        return kinds;
    }

    /** Whether there are values that no rule names. */
    boolean isOpen() {
        return kinds.stream().anyMatch(Kind::unnamed);
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, kinds.size());
        return all;
    }

    BitSet of(Predicate<Kind> wanted) {
        BitSet some = new BitSet();
        for (int i = 0; i < kinds.size(); i++) {
            some.set(i, wanted.test(kinds.get(i)));
        }
        return some;
    }

    BitSet met(Rule rule) {
        Object asked = criterion.field().read(rule);
        return asked == null ? all() : judged(asked).met();
    }

    BitSet failing(Rule rule) {
        Object asked = criterion.field().read(rule);
        return asked == null ? new BitSet() : judged(asked).failing();
    }

    private Judged judged(Object asked) {
        return judged.computeIfAbsent(asked, this::judge);
    }

    private Judged judge(Object asked) {
        BitSet met = new BitSet();
        BitSet failing = new BitSet();
        for (int i = 0; i < kinds.size(); i++) {
            Verdict verdict = single.judge(criterion, asked, queries().get(i));
            met.set(i, verdict == Verdict.MET);
            failing.set(i, verdict == Verdict.FAILS);
        }
        return new Judged(met, failing);
    }
}
