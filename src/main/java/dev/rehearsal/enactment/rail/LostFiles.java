package dev.rehearsal.enactment.rail;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.ClientFile;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.region.ChangedRegion;
import dev.rehearsal.matching.region.ChangedRegions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds platforms and locales for which a file was offered and none is any more, or to fewer: wherever another rule decides,
 * or a release or what it joins has other content, each file that was offered is looked for in what is. What it finds is so;
 * what nothing can be said of is named.
 */
final class LostFiles {

    private final Tables before;
    private final Tables after;
    private final ProductChannel pair;
    private final ReleaseContents contents;
    private final Leads led;
    private final Leads leads;
    private final Map<ContentHash, Set<ClientFile>> known = new HashMap<>();
    private final SortedMap<String, SortedMap<String, SortedSet<String>>> lost = new TreeMap<>();
    private final SortedSet<String> unsaid = new TreeSet<>();

    private LostFiles(Tables before, Tables after, ProductChannel pair, ReleaseContents contents) {
        this.before = before;
        this.after = after;
        this.pair = pair;
        this.contents = contents;
        this.led = new Leads(before, contents);
        this.leads = new Leads(after, contents);
    }

    static Found between(Tables before, Tables after, ProductChannel pair, ReleaseContents contents) {
        return new LostFiles(before, after, pair, contents).found();
    }

    private Found found() {
        RuleSet was = PairRules.setOf(before, pair);
        RuleSet becomes = PairRules.setOf(after, pair);
        ChangedRegions.Found regions = ChangedRegions.between(was, becomes, led::of, leads::of);
        unsaid.addAll(regions.unsaid());
        for (ChangedRegion region : regions.regions()) {
            Leads.Led had = led.of(region.before());
            Leads.Led has = leads.of(region.after());
            for (ClientFile file : files(had.contents())) {
                if (share(has, file) < share(had, file) && isWithin(region, file, was, becomes)) {
                    add(told(region), file);
                }
            }
        }
        becomes.inOrder()
                .forEach(rule -> leads.of(rule).contents().stream()
                        .filter(leads::joinsProducts)
                        .forEach(joined ->
                                unsaid.add("rule #%s leads to what rules of other products say".formatted(rule.id()))));
        addPinned(was);
        if (!lost.isEmpty()) {
            return Found.failing(sentences());
        }
        return unsaid.isEmpty()
                ? Found.passing("each platform and locale that had a file has one")
                : Found.unsaid("not all is known: " + String.join("; ", unsaid));
    }

    /** Whether a client of this file is among those for whom just these rules decide. */
    private static boolean isWithin(ChangedRegion region, ClientFile file, RuleSet was, RuleSet becomes) {
        UpdateQuery example = region.example();
        UpdateQuery client =
                example.withBuild(file.platform(), file.locale().isEmpty() ? example.locale() : file.locale());
        return region.isOf(client, was, becomes);
    }

    /** Returns the share of those who are led to a release: a rate without a fallback leads the others to none, now and then. */
    private double share(Leads.Led to, ClientFile file) {
        int all = 0;
        int having = 0;
        for (Leads.Part part : to.parts()) {
            all += part.percent();
            having += has(part.contents(), file) ? part.percent() : 0;
        }
        return all == 0 ? 0 : (double) having / all;
    }

    private boolean has(Set<ContentHash> some, ClientFile file) {
        return some.stream().anyMatch(content -> {
            if (files(content).contains(file)) {
                return true;
            }
            Blob blob = contents.blob(content);
            return blob != null && blob.hasByDefault(file);
        });
    }

    private Set<ClientFile> files(Set<ContentHash> some) {
        Set<ClientFile> files = new LinkedHashSet<>();
        some.forEach(content -> files.addAll(files(content)));
        return files;
    }

    private Set<ClientFile> files(ContentHash content) {
        return known.computeIfAbsent(content, asked -> {
            Blob blob = contents.blob(asked);
            return blob == null ? Set.of() : blob.filesOn(pair.channel());
        });
    }

    /** Pinned clients get the release of their pin, whatever rule decides. */
    private void addPinned(RuleSet was) {
        after.pins().releases().forEach((Pins.Key pin, ReleaseName name) -> {
            Set<ContentHash> had = led.reached(before.pins().releases().get(pin));
            Set<ContentHash> has = leads.reached(name);
            boolean isOfPair = pin.product().equals(pair.product())
                    && UpdateQuery.fallbackOf(pair.channel()).equals(pin.channel());
            if (isOfPair && !had.equals(has)) {
                if (had.isEmpty()) {
                    addNewlyPinned(pin, has, was);
                }
                files(had).stream().filter(file -> !has(has, file)).forEach(file -> add(pin.toString(), file));
            }
        });
    }

    /** Who says a pin for which nothing is kept is served by rules: it is not known by which. */
    private void addNewlyPinned(Pins.Key pin, Set<ContentHash> has, RuleSet was) {
        boolean mayLack = was.inOrder().stream()
                .flatMap(rule -> files(led.of(rule).contents()).stream())
                .anyMatch(file -> !has(has, file));
        if (mayLack) {
            unsaid.add("%s lacks files that rules serve until now".formatted(pin));
        }
    }

    private void add(String where, ClientFile file) {
        lost.computeIfAbsent(where, unseen -> new TreeMap<>())
                .computeIfAbsent(file.platform(), unseen -> new TreeSet<>())
                .add(file.told());
    }

    private static String told(ChangedRegion region) {
        return "%s decides instead of %s for %s"
                .formatted(told(region.after()), told(region.before()), region.clients());
    }

    private static String told(@Nullable Rule rule) {
        if (rule == null) {
            return "no rule";
        }
        return "rule #%s, which serves %s,".formatted(rule.id(), rule.mapping() == null ? "nothing" : rule.mapping());
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        lost.forEach((where, platforms) -> {
            List<String> builds = new ArrayList<>();
            platforms.forEach((platform, locales) -> builds.add("%s (%s)".formatted(platform, shortened(locales))));
            sentences.add("%s: no file any more for %s".formatted(where, String.join(", ", Found.shortened(builds))));
        });
        return sentences;
    }

    private static String shortened(SortedSet<String> locales) {
        return String.join(", ", Found.shortened(List.copyOf(locales)));
    }
}
