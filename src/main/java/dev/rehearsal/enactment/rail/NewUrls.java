package dev.rehearsal.enactment.rail;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.region.ChangedRegions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the URLs of what a step brings to clients who were not sent there before, and has them asked: those of releases, of
 * what these join, and of what is kept for pins.
 */
record NewUrls(Tables before, Tables after, ProductChannel pair, ReleaseContents contents) {

    private static final int MOST_ASKED = 5_000;

    /** @param check null where nobody asks URLs */
    Found found(@Nullable UrlCheck check) {
        if (check == null) {
            return Found.unsaid(
                    "nobody asks URLs here: the option rehearsal.rails.ask-hosts names the hosts that may be asked");
        }
        Leads led = new Leads(before, contents);
        Leads leads = new Leads(after, contents);
        ChangedRegions.Found regions =
                ChangedRegions.between(PairRules.setOf(before, pair), PairRules.setOf(after, pair), led::of, leads::of);
        SortedSet<String> urls = new TreeSet<>();
        regions.regions()
                .forEach(region -> urls.addAll(added(
                        led.of(region.before()).contents(),
                        leads.of(region.after()).contents())));
        urls.addAll(ofPins(led, leads));
        if (urls.size() > MOST_ASKED) {
            return Found.unsaid(
                    "there are %d new URLs, of which at most %d would be asked".formatted(urls.size(), MOST_ASKED));
        }
        List<String> failing = urls.isEmpty() ? List.of() : check.failing(urls);
        if (!failing.isEmpty()) {
            return Found.failing(failing);
        }
        SortedSet<String> unsaid = new TreeSet<>(regions.unsaid());
        PairRules.of(after, pair).stream()
                .filter(rule -> leads.of(rule).contents().stream().anyMatch(leads::joinsProducts))
                .forEach(rule -> unsaid.add("rule #%s leads to what rules of other products say".formatted(rule.id())));
        if (!unsaid.isEmpty()) {
            return Found.unsaid("not all is known: " + String.join("; ", unsaid));
        }
        return Found.passing(
                urls.isEmpty() ? "no new release is offered" : "each of %d new URLs answers".formatted(urls.size()));
    }

    private Set<String> ofPins(Leads led, Leads leads) {
        Set<String> urls = new HashSet<>();
        after.pins().releases().forEach((pin, name) -> {
            if (pin.product().equals(pair.product()) && pin.channel().equals(UpdateQuery.fallbackOf(pair.channel()))) {
                urls.addAll(added(led.reached(before.pins().releases().get(pin)), leads.reached(name)));
            }
        });
        return urls;
    }

    private Set<String> added(Set<ContentHash> were, Set<ContentHash> are) {
        Set<String> added = urls(are);
        added.removeAll(urls(were));
        return added;
    }

    private Set<String> urls(Set<ContentHash> some) {
        Set<String> urls = new HashSet<>();
        for (ContentHash content : some) {
            Blob blob = contents.blob(content);
            if (blob != null) {
                blob.urlsOn(pair.channel()).forEach(urls::add);
            }
        }
        return urls;
    }
}
