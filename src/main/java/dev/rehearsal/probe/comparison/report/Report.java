package dev.rehearsal.probe.comparison.report;

import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.probe.comparison.Tally;
import dev.rehearsal.probe.comparison.requests.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that is over.
 *
 * @param channels what was compared with what; null where both sides were asked for the channel of the request
 * @param source where the requests came from
 * @param rules whether the headers that tell the rule were compared
 */
public record Report(
        String left,
        String right,
        @Nullable Channels channels,
        Requests requests,
        String source,
        boolean rules,
        Duration longestCache,
        Instant from,
        Instant until,
        Tally tally) {

    /** The result in one sentence. */
    String result() {
        if (tally.different().requests() > 0) {
            return "The two sides differ: " + tally.different() + ", in " + groups() + ".";
        }
        if (tally.ignoresTooMuch()) {
            return "Nothing differs without a reason, but more than "
                    + String.format(Locale.ROOT, "%.1f %%", Tally.MOST_IGNORED * 100) + " was ignored: "
                    + tally.ignored()
                    + ". Look at the reasons below.";
        }
        return "The two sides answer alike.";
    }

    private String groups() {
        int groups = tally.groups().size();
        return groups == 1 ? "1 group" : groups + " groups";
    }

    /** Returns what was asked, and what was left out of the comparison by its settings, in a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "Asked: %s, from %s (%,d lines, %,d of them without an update URL), each with force=1 and with force=-1.",
                tally.all(),
                source,
                requests.lines(),
                requests.withoutUpdateUrl()));
        notes.add("From " + minute(from) + " to " + minute(until) + "; what differed was asked again after "
                + longestCache.toSeconds() + " s.");
        if (channels != null) {
            notes.add("The right side was asked for channel " + channels.right() + " instead of " + channels.left()
                    + ". URLs of files differ between channels by design, and were not compared: "
                    + tally.butForFileUrls() + " differ in nothing else.");
            if (requests.onOtherChannels() > 0) {
                notes.add(String.format(
                        Locale.ROOT, "%,d requests of other channels were left out.", requests.onOtherChannels()));
            }
        }
        if (!rules) {
            notes.add("Rule-ID and Rule-Data-Version were not compared.");
        }
        return notes;
    }

    private static String minute(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }
}
