package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds what was found in a log: each request once, in the order of its first line.
 *
 * @param lines without empty ones and comments
 * @param withoutUpdateUrl how many of these ask for no update
 * @param onOtherChannels how many requests were left out, since they name a channel that is not compared
 */
public record Requests(List<Counted> counted, long lines, long withoutUpdateUrl, long onOtherChannels) {

    static Requests of(Map<Request, Long> times, long lines, long withoutUpdateUrl) {
        List<Counted> counted = new ArrayList<>(times.size());
        times.forEach((request, count) -> counted.add(new Counted(request, count)));
        return new Requests(counted, lines, withoutUpdateUrl, 0);
    }

    public boolean areNone() {
        return counted.isEmpty();
    }

    /** The channels that they name, without those of partners. */
    public SortedSet<String> channels() {
        SortedSet<String> channels = new TreeSet<>();
        counted.forEach(
                one -> channels.add(Channels.withoutPartner(one.request().channel())));
        return channels;
    }

    public Requests on(Channels channels) {
        List<Counted> kept =
                counted.stream().filter(one -> channels.concern(one.request())).toList();
        return new Requests(kept, lines, withoutUpdateUrl, counted.size() - kept.size());
    }
}
