package dev.rehearsal.insight.impact;

import dev.rehearsal.serve.impact.Percentage;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The impact on one live channel is what becomes of the requests there.
 *
 * @param source where the figures come from, for people
 * @param sampled how many requests were looked at
 * @param asked how many there were in all
 * @param changed how many get something else
 * @param moves what they get instead of what, the most frequent first, some of them
 * @param losing those who get an update now and none then; nobody's share where there are none
 * @param losers who they are, such as {@code Windows 7, version 102.0 to 115.12}; empty where there are none
 * @param older those who are offered something older than now, or than they have
 * @param by those who get something else, by what they say of themselves
 */
public record ChannelImpact(
        ProductChannel where,
        String source,
        Instant from,
        Instant until,
        long sampled,
        long asked,
        Share changed,
        List<ReleaseLine> moves,
        ImpactLine losing,
        String losers,
        ImpactLine older,
        Map<Trait, List<ImpactLine>> by) {

    private static final int MOST_SAID = 2;

    public ChannelImpact {
        moves = List.copyOf(moves);
        by = Map.copyOf(by);
    }

    /** The traits by which clients are told apart: what they say of themselves. */
    public enum Trait {
        VERSION,
        SYSTEM,
        LOCALE
    }

    /**
     * Requests that get one release in place of another.
     *
     * @param before today's release, {@code no update} or {@code an error}
     * @param after tomorrow's
     * @param line labelled such as {@code 150.0 instead of 149.0.2}
     */
    public record ReleaseLine(String before, String after, ImpactLine line) {}

    /**
     * Returns text such as {@code 11.9 % (11.7–12.1) of requests on release get 150.0 instead of 149.0.2; none loses
     * updates …}.
     */
    public String sentence() {
        if (changed.isOfNone()) {
            return "No request on %s gets something else (%s).".formatted(where.channel(), bound(changed));
        }
        List<ReleaseLine> gaining = moves.stream()
                .filter(move -> !move.after().equals(ReleaseMove.NO_UPDATE))
                .toList();
        List<String> said = new ArrayList<>();
        for (ReleaseLine move : gaining.subList(0, Math.min(MOST_SAID, gaining.size()))) {
            said.add("%s%s get %s"
                    .formatted(
                            Percentage.of(move.line().share()),
                            said.isEmpty() ? " of requests on " + where.channel() : "",
                            move.line().label()));
        }
        if (gaining.isEmpty()) {
            return "%s; %s.".formatted(losingSaid(" of requests on " + where.channel()), olderSaid());
        }
        if (gaining.size() > MOST_SAID) {
            said.add("others get something else, too");
        }
        return "%s; %s; %s.".formatted(String.join(", ", said), losingSaid(""), olderSaid());
    }

    private String losingSaid(String ofWhom) {
        return losing.share().isOfNone()
                ? "none loses updates (%s)".formatted(bound(losing.share()))
                : "%s%s lose updates: %s".formatted(Percentage.of(losing.share()), ofWhom, losers);
    }

    private String olderSaid() {
        return older.share().isOfNone()
                ? "none gets something older (%s)".formatted(bound(older.share()))
                : "%s get something older".formatted(Percentage.of(older.share()));
    }

    private static String bound(Share share) {
        return share.upper() == 0 ? "all were counted" : Percentage.of(share);
    }

    /** Returns text such as {@code 11,900 of 100,000 requests sampled}. */
    public String counted() {
        return sampled < asked
                ? String.format(Locale.ROOT, "%,d requests sampled of %,d", sampled, asked)
                : String.format(Locale.ROOT, "%,d requests, all counted", asked);
    }
}
