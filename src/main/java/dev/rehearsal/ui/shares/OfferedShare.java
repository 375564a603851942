package dev.rehearsal.ui.shares;

import dev.rehearsal.insight.traffic.ReleaseShares;
import dev.rehearsal.insight.traffic.ReleaseShares.Part;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that requests get, now and with what is queued.
 *
 * @param name the version, or the release where that alone tells it from others
 * @param colour a class of the style sheet
 * @param why the same with bounds, for a tooltip
 */
record OfferedShare(String name, String colour, double now, double then, String why) {

    private static final Messages MESSAGES = Messages.beside(OfferedShare.class);

    private record Key(Got.Kind kind, @Nullable ReleaseName release) {}

    private record Both(
            Key key, @Nullable Part now, @Nullable Part then) {

        double most() {
            return Math.max(estimate(now), estimate(then));
        }
    }

    /**
     * Releases first, those with most requests before others; then what has no update, and errors.
     *
     * @param most further releases are told as one
     */
    static List<OfferedShare> of(ReleaseShares now, ReleaseShares then, int most) {
        Map<Key, Part> before = byKey(now);
        Map<Key, Part> after = byKey(then);
        Set<Key> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Both> all = keys.stream()
                .map(key -> new Both(key, before.get(key), after.get(key)))
                .sorted(Comparator.comparing((Both both) -> both.key().kind())
                        .thenComparing(Comparator.comparingDouble(Both::most).reversed())
                        .thenComparing(both -> String.valueOf(both.key().release())))
                .toList();
        List<Both> releases = all.stream()
                .filter(both -> both.key().kind() == Got.Kind.UPDATE)
                .toList();
        boolean fits = releases.size() <= most + 1;
        List<Both> told = fits ? releases : releases.subList(0, most);
        List<OfferedShare> offers = new ArrayList<>();
        for (Both both : told) {
            offers.add(offer(name(both, told), "release-" + (offers.size() + 1), both));
        }
        if (!fits) {
            offers.add(others(releases.subList(most, releases.size())));
        }
        all.stream()
                .filter(both -> both.key().kind() != Got.Kind.UPDATE)
                .forEach(both -> offers.add(
                        both.key().kind() == Got.Kind.NONE
                                ? offer(MESSAGES.get("offer.none"), "none", both)
                                : offer(MESSAGES.get("offer.refused"), "refused", both)));
        return List.copyOf(offers);
    }

    private static Map<Key, Part> byKey(ReleaseShares shares) {
        Map<Key, Part> parts = new LinkedHashMap<>();
        shares.parts().forEach(part -> parts.put(new Key(part.kind(), part.release()), part));
        return parts;
    }

    private static String name(Both both, List<Both> told) {
        String version = version(both);
        return version != null
                        && told.stream()
                                        .filter(other -> version.equals(version(other)))
                                        .count()
                                == 1
                ? version
                : String.valueOf(both.key().release());
    }

    private static @Nullable String version(Both both) {
        Part part = both.now() == null ? both.then() : both.now();
        return part == null ? null : part.version();
    }

    private static OfferedShare offer(String name, String colour, Both both) {
        ReleaseName release = both.key().release();
        String whole = release == null ? name : release.value();
        String why = MESSAGES.get(
                "offer.why.staged",
                whole,
                ShareFormatter.percent(estimate(both.now())),
                bounds(both.now()),
                ShareFormatter.percent(estimate(both.then())),
                bounds(both.then()));
        return new OfferedShare(name, colour, estimate(both.now()), estimate(both.then()), why);
    }

    private static OfferedShare others(List<Both> others) {
        return new OfferedShare(
                MESSAGES.get("offer.others", others.size()),
                "others",
                others.stream().mapToDouble(both -> estimate(both.now())).sum(),
                others.stream().mapToDouble(both -> estimate(both.then())).sum(),
                others.stream()
                        .map(both ->
                                Objects.requireNonNull(both.key().release()).value())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""));
    }

    private static double estimate(@Nullable Part part) {
        return part == null ? 0 : part.share().estimate();
    }

    private static String bounds(@Nullable Part part) {
        return part == null ? MESSAGES.get("offer.nobody") : ShareFormatter.bounds(part.share());
    }

    /** Whether its share as it is told becomes another. */
    boolean isMoving() {
        return !ShareFormatter.percent(now).equals(ShareFormatter.percent(then));
    }
}
