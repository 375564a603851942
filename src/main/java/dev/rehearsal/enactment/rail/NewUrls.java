package dev.rehearsal.enactment.rail;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.matching.region.ChangedRegion;
import dev.rehearsal.matching.region.ChangedRegions;
import dev.rehearsal.serve.Outcome;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the URLs that clients of each build get from releases that a step brings in, and has them asked. */
record NewUrls(Tables before, Tables after, ProductChannel pair, ReleaseContents contents, UpdateAnswers answers) {

    private static final int MOST_ASKED = 2_000;
    private static final Pattern URL = Pattern.compile("URL=\"([^\"]*)\"");

    /** @param check null where nobody asks URLs */
    Found found(@Nullable UrlCheck check) {
        if (check == null) {
            return Found.unsaid(
                    "nobody asks URLs here: the option rehearsal.rails.ask-hosts names the hosts that may be asked");
        }
        SortedSet<String> urls = urls();
        if (urls.isEmpty()) {
            return Found.passing("no new release is offered");
        }
        if (urls.size() > MOST_ASKED) {
            return Found.unsaid(
                    "there are %d new URLs, of which at most %d would be asked".formatted(urls.size(), MOST_ASKED));
        }
        List<String> failing = check.failing(urls);
        return failing.isEmpty()
                ? Found.passing("each of %d new URLs answers".formatted(urls.size()))
                : Found.failing(failing);
    }

    private SortedSet<String> urls() {
        Set<Release> were = PairRules.of(before, pair).stream()
                .flatMap(rule -> releases(rule, before))
                .collect(Collectors.toSet());
        ServedState state = new ServedState(after.ruleSet(), after.releases(), after.pins(), contents);
        SortedSet<String> urls = new TreeSet<>();
        ChangedRegions.between(
                        PairRules.setOf(before, pair),
                        PairRules.setOf(after, pair),
                        rule -> rule == null
                                ? List.of()
                                : releases(rule, before).toList(),
                        rule -> rule == null ? List.of() : releases(rule, after).toList())
                .regions()
                .forEach(region -> urls.addAll(urls(region, were, state)));
        return urls;
    }

    private Set<String> urls(ChangedRegion region, Set<Release> were, ServedState state) {
        Set<String> urls = new TreeSet<>();
        Rule rule = region.after();
        if (rule == null) {
            return urls;
        }
        releases(rule, after).filter(release -> !were.contains(release)).forEach(release -> {
            if (contents.blob(release.content()) instanceof AppBlob app) {
                app.builds()
                        .forEach((platform, locales) -> locales.forEach(
                                locale -> urls.addAll(urls(region.example().withBuild(platform, locale), state))));
            }
        });
        return urls;
    }

    private Set<String> urls(UpdateQuery client, ServedState state) {
        Set<String> urls = new TreeSet<>();
        for (Outcome outcome : answers.outcomes(state, new Evaluate(client.withForce(Force.NONE), Format.XML))) {
            Matcher found = URL.matcher(outcome.decided().answer().body());
            while (found.find()) {
                urls.add(found.group(1).replace("&amp;", "&"));
            }
        }
        return urls;
    }

    private static Stream<Release> releases(Rule rule, Tables tables) {
        return Stream.of(rule.mapping(), rule.fallbackMapping())
                .filter(Objects::nonNull)
                .map((ReleaseName name) -> tables.releases().get(name))
                .filter(Objects::nonNull);
    }
}
