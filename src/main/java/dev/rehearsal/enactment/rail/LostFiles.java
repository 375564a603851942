package dev.rehearsal.enactment.rail;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UnanswerableException;
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
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds platforms and locales for which a file was offered and none is any more: wherever another rule decides, or a release
 * has other content, each build of what was offered is looked for in what is. What it finds is so; rules that nothing can be
 * said of are named.
 */
final class LostFiles {

    private final Tables before;
    private final Tables after;
    private final ProductChannel pair;
    private final ReleaseContents contents;
    private final Map<Release, Set<Build>> known = new HashMap<>();

    private LostFiles(Tables before, Tables after, ProductChannel pair, ReleaseContents contents) {
        this.before = before;
        this.after = after;
        this.pair = pair;
        this.contents = contents;
    }

    private record Build(String platform, String locale) {}

    /** What a rule leads to, as far as files go. */
    private record Led(@Nullable Release main, @Nullable Release others) {}

    static Found between(Tables before, Tables after, ProductChannel pair, ReleaseContents contents) {
        return new LostFiles(before, after, pair, contents).found();
    }

    private Found found() {
        RuleSet was = PairRules.setOf(before, pair);
        RuleSet becomes = PairRules.setOf(after, pair);
        ChangedRegions.Found regions =
                ChangedRegions.between(was, becomes, rule -> led(rule, before), rule -> led(rule, after));
        SortedMap<String, SortedMap<String, SortedSet<String>>> lost = new TreeMap<>();
        for (ChangedRegion region : regions.regions()) {
            Set<Build> had = builds(led(region.before(), before));
            Set<Build> has = builds(led(region.after(), after));
            for (Build build : had) {
                if (!has.contains(build) && isWithin(region, build, was, becomes)) {
                    add(lost, told(region), build);
                }
            }
        }
        addPinned(lost);
        if (!lost.isEmpty()) {
            return Found.failing(sentences(lost));
        }
        return regions.unsaid().isEmpty()
                ? Found.passing("each platform and locale that had a file has one")
                : Found.unsaid("not all is known: " + String.join("; ", regions.unsaid()));
    }

    /** Whether a client of this build is among those for whom just these rules decide. */
    private static boolean isWithin(ChangedRegion region, Build build, RuleSet was, RuleSet becomes) {
        UpdateQuery client = region.example().withBuild(build.platform(), build.locale());
        return Objects.equals(decide(was, client), region.before())
                && Objects.equals(decide(becomes, client), region.after());
    }

    private static @Nullable Rule decide(RuleSet rules, UpdateQuery client) {
        try {
            return rules.firstMatch(client);
        } catch (BadQueryException | UnanswerableException failure) {
            return null;
        }
    }

    private static Led led(@Nullable Rule rule, Tables tables) {
        return rule == null
                ? new Led(null, null)
                : new Led(
                        release(rule.mapping(), tables),
                        rule.backgroundRate() == 100 ? null : release(rule.fallbackMapping(), tables));
    }

    private static @Nullable Release release(@Nullable ReleaseName name, Tables tables) {
        return name == null ? null : tables.releases().get(name);
    }

    private Set<Build> builds(Led led) {
        Set<Build> builds = new LinkedHashSet<>();
        if (led.main() != null) {
            builds.addAll(builds(led.main()));
        }
        if (led.others() != null) {
            builds.addAll(builds(led.others()));
        }
        return builds;
    }

    private Set<Build> builds(Release release) {
        return known.computeIfAbsent(release, asked -> {
            Set<Build> builds = new LinkedHashSet<>();
            if (contents.blob(asked.content()) instanceof AppBlob app) {
                app.builds()
                        .forEach((platform, locales) ->
                                locales.forEach(locale -> builds.add(new Build(platform, locale))));
            }
            return builds;
        });
    }

    /** Pinned clients get the release of their pin, whatever rule decides. */
    private void addPinned(SortedMap<String, SortedMap<String, SortedSet<String>>> lost) {
        after.pins().releases().forEach((Pins.Key pin, ReleaseName name) -> {
            Release was = release(before.pins().releases().get(pin), before);
            Release becomes = release(name, after);
            boolean isOfPair = pin.product().equals(pair.product())
                    && UpdateQuery.fallbackOf(pair.channel()).equals(pin.channel());
            if (isOfPair && was != null && !was.equals(becomes)) {
                Set<Build> has = becomes == null ? Set.of() : builds(becomes);
                builds(was).stream()
                        .filter(build -> !has.contains(build))
                        .forEach(build -> add(lost, pin.toString(), build));
            }
        });
    }

    private static void add(SortedMap<String, SortedMap<String, SortedSet<String>>> lost, String where, Build build) {
        lost.computeIfAbsent(where, unseen -> new TreeMap<>())
                .computeIfAbsent(build.platform(), unseen -> new TreeSet<>())
                .add(build.locale());
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

    private static List<String> sentences(SortedMap<String, SortedMap<String, SortedSet<String>>> lost) {
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
