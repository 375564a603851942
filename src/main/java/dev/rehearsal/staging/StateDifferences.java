package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what makes two fingerprints of one product on one live channel differ: exactly what they are taken of, so that
 * nothing differs where they are equal, and something where they are not.
 */
public final class StateDifferences {

    private final String live;
    private final Tables before;
    private final Tables after;
    private final Set<StateDifference> found = new LinkedHashSet<>();

    private StateDifferences(Tables before, Tables after, String live) {
        this.before = before;
        this.after = after;
        this.live = live;
    }

    /** Rules first, then pins, then releases; cost grows with the number of rules. */
    public static List<StateDifference> between(
            Tables before, Tables after, ReleaseContents contents, String product, String live) {
        StateDifferences differences = new StateDifferences(before, after, live);
        differences.compare(
                new ChannelState(before, live, contents).deciding(product, Lens.EVERYTHING),
                new ChannelState(after, live, contents).deciding(product, Lens.EVERYTHING));
        return List.copyOf(differences.found);
    }

    private void compare(Deciding was, Deciding becomes) {
        Map<@Nullable String, Deciding.OfProduct> productsBefore = byName(was);
        Map<@Nullable String, Deciding.OfProduct> productsAfter = byName(becomes);
        productsAfter.forEach((name, product) -> {
            Deciding.OfProduct known = productsBefore.get(name);
            if (known != null) {
                found.addAll(RuleDifferences.between(known, product, before, after));
            } else if (name != null) {
                found.add(new StateDifference.ProductEntered(name));
            }
        });
        productsBefore.keySet().forEach(name -> {
            if (name != null && !productsAfter.containsKey(name)) {
                found.add(new StateDifference.ProductLeft(name));
            }
        });
        productsAfter.forEach((name, product) -> {
            Deciding.OfProduct known = productsBefore.get(name);
            if (known != null && name != null) {
                comparePins(name, known.pins(), product.pins());
            }
        });
        compareReleases(was.answering(), becomes.answering());
        comparePartialSources(was.buildIds(), becomes.buildIds());
    }

    private static Map<@Nullable String, Deciding.OfProduct> byName(Deciding deciding) {
        Map<@Nullable String, Deciding.OfProduct> byName = new LinkedHashMap<>();
        deciding.products().forEach(product -> byName.put(product.product(), product));
        return byName;
    }

    private void comparePins(
            String product, SortedMap<String, ReleaseName> was, SortedMap<String, ReleaseName> becomes) {
        for (String version : union(was.keySet(), becomes.keySet())) {
            ReleaseName then = was.get(version);
            ReleaseName now = becomes.get(version);
            if (!Objects.equals(then, now)) {
                found.add(new StateDifference.PinDiffers(new Pins.Key(product, live, version), then, now));
            }
        }
    }

    private void compareReleases(Map<ReleaseName, @Nullable Release> was, Map<ReleaseName, @Nullable Release> becomes) {
        for (ReleaseName name : union(was.keySet(), becomes.keySet())) {
            Release then = was.get(name);
            Release now = becomes.get(name);
            if (!was.containsKey(name)) {
                found.add(new StateDifference.ReleaseEntered(name, now));
            } else if (!becomes.containsKey(name)) {
                found.add(new StateDifference.ReleaseLeft(name, then));
            } else if (!Deciding.sameContent(then, now)) {
                found.add(new StateDifference.ReleaseChanged(name, then, now));
            }
        }
    }

    private void comparePartialSources(
            Map<ReleaseName, @Nullable String> was, Map<ReleaseName, @Nullable String> becomes) {
        for (ReleaseName name : union(was.keySet(), becomes.keySet())) {
            if (!was.containsKey(name)) {
                found.add(new StateDifference.PartialSourceEntered(name));
            } else if (!becomes.containsKey(name)) {
                found.add(new StateDifference.PartialSourceLeft(name));
            } else if (!Objects.equals(was.get(name), becomes.get(name))) {
                found.add(new StateDifference.PartialSourceChanged(name));
            }
        }
    }

    private static <T extends Comparable<T>> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
