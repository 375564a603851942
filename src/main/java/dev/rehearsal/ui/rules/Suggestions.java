package dev.rehearsal.ui.rules;

import dev.rehearsal.blob.Release;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Tables;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values that fields and filters offer, since they are in use already, live or pending.
 *
 * @param releaseProducts the product of each release, by its name
 */
record Suggestions(
        SortedSet<String> products,
        SortedSet<String> channels,
        SortedSet<String> buildTargets,
        SortedMap<String, String> releaseProducts) {

    static final Suggestions NONE = new Suggestions(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());

    Suggestions {
        products = Collections.unmodifiableSortedSet(products);
        channels = Collections.unmodifiableSortedSet(channels);
        buildTargets = Collections.unmodifiableSortedSet(buildTargets);
        releaseProducts = Collections.unmodifiableSortedMap(releaseProducts);
    }

    static Suggestions of(RuleTable table) {
        Suggesting suggesting = new Suggesting();
        for (RuleTable.Row row : table.rows()) {
            suggesting.add(row.rule());
            if (row.was() != null) {
                suggesting.add(row.was());
            }
        }
        for (ChannelMapping mapping : table.state().mappings()) {
            suggesting.channels.add(mapping.liveChannel());
            suggesting.channels.add(mapping.testChannel());
        }
        suggesting.add(table.state().live());
        suggesting.add(table.state().stages().wholeQueue().staged());
        return new Suggestions(
                suggesting.products, suggesting.channels, suggesting.buildTargets, suggesting.releaseProducts);
    }

    SortedSet<String> releases() {
        return new TreeSet<>(releaseProducts.keySet());
    }

    private static final class Suggesting {

        private final SortedSet<String> products = new TreeSet<>();
        private final SortedSet<String> channels = new TreeSet<>();
        private final SortedSet<String> buildTargets = new TreeSet<>();
        private final SortedMap<String, String> releaseProducts = new TreeMap<>();

        void add(Rule rule) {
            add(products, rule.product());
            add(channels, rule.channel());
            add(buildTargets, rule.buildTarget());
        }

        void add(Tables tables) {
            for (Release release : tables.releases().values()) {
                releaseProducts.put(release.name().value(), release.product());
                products.add(release.product());
            }
        }

        private static void add(SortedSet<String> known, @Nullable String value) {
            if (value != null) {
                known.add(value);
            }
        }
    }
}
