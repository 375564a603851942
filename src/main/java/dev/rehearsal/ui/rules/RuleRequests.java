package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
import dev.rehearsal.insight.preview.RuleTable.Fate;
import dev.rehearsal.insight.traffic.RuleShares;
import dev.rehearsal.insight.traffic.RuleTraffic;
import dev.rehearsal.insight.traffic.RuleTraffic.OnChannel;
import dev.rehearsal.insight.traffic.SampleFacts;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.ui.frame.BrowserZone;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.shares.ShareFormatter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in words which share of requests a rule decides for.
 *
 * @param shares null as long as they are worked out
 */
record RuleRequests(@Nullable RuleShares shares, Instant now) {

    private static final Messages MESSAGES = Messages.beside(RuleRequests.class);

    private static final Duration MONTH = Duration.ofDays(29);
    /** How many samples are named where there is little room. */
    private static final int MOST_NAMED = 3;

    private static final Duration LATELY = Duration.ofDays(2);

    /** In a few words, such as {@code 12.4 % of requests}; null where there is nothing to say. */
    @Nullable
    String said(RuleRow row) {
        RuleTraffic traffic = traffic(row);
        if (traffic instanceof RuleTraffic.Decides(var channels)) {
            return said(row.row().current(), channels);
        }
        if (row.turn().orElse(null) instanceof Turn.Never never) {
            return UnreachedFormatter.brief(never);
        }
        return switch (traffic) {
            case null -> null;
            case RuleTraffic.Decides _, RuleTraffic.Unknown _, RuleTraffic.NotSampled _ -> null;
            case RuleTraffic.NoneSince(Instant day, var _) -> MESSAGES.get("requests.none-since", day(day));
            case RuleTraffic.None none -> none(none);
        };
    }

    /** Where the figures come from; null where there are none. */
    @Nullable
    String why(RuleRow row) {
        return switch (traffic(row)) {
            case RuleTraffic.Decides(var channels) -> why(channels);
            case RuleTraffic.NoneSince(var _, var channels) -> why(channels);
            case RuleTraffic.None none ->
                none.samples().stream()
                        .limit(MOST_NAMED)
                        .map(RuleRequests::sample)
                        .collect(Collectors.joining("; "));
            case null, default -> null;
        };
    }

    /** Returns what is known of a live rule; null for one that is only added, and as long as nothing is known. */
    @Nullable
    RuleTraffic traffic(RuleRow row) {
        return shares == null || row.row().fate() == Fate.ADDED
                ? null
                : shares.of(row.row().current());
    }

    private static String said(Rule rule, List<OnChannel> channels) {
        OnChannel first = channels.getFirst();
        String share = ShareFormatter.percent(first.share());
        if (channels.size() > 1) {
            return MESSAGES.get("requests.share.several", share, first.where().channel(), channels.size() - 1);
        }
        return first.where().channel().equals(rule.channel())
                ? MESSAGES.get("requests.share", share)
                : MESSAGES.get("requests.share.on", share, first.where().channel());
    }

    private String none(RuleTraffic.None none) {
        return none(none, "requests.none-since");
    }

    /** Says in full what is short elsewhere. */
    String noneAtAll(RuleTraffic.None none) {
        return none(none, "requests.none-first");
    }

    private String none(RuleTraffic.None none, String since) {
        if (Duration.between(none.until(), now).compareTo(LATELY) > 0) {
            return MESSAGES.get("requests.none-between", day(none.since()), day(none.until()));
        }
        return Duration.between(none.since(), now).compareTo(MONTH) >= 0
                ? MESSAGES.get("requests.none")
                : MESSAGES.get(since, day(none.since()));
    }

    private static String why(List<OnChannel> channels) {
        return channels.stream()
                .limit(MOST_NAMED)
                .map(channel -> MESSAGES.get(
                        "requests.why",
                        ShareFormatter.percent(channel.share()),
                        ShareFormatter.bounds(channel.share()),
                        sample(channel.sample())))
                .collect(Collectors.joining("; "));
    }

    static String sample(SampleFacts sample) {
        return MESSAGES.get("requests.sample", sample.where().toString(), ShareFormatter.said(sample));
    }

    static String day(Instant at) {
        UI ui = UI.getCurrent();
        ZoneId zone = ui == null ? ZoneOffset.UTC : BrowserZone.of(ui);
        return DateTimeFormatter.ofPattern(MESSAGES.get("requests.day"), Messages.locale())
                .format(at.atZone(zone));
    }
}
