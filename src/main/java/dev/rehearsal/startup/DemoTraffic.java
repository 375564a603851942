package dev.rehearsal.startup;

import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.InventedTraffic;
import dev.rehearsal.traffic.PackedSample;
import dev.rehearsal.traffic.SampledSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Three weeks of requests that nobody made, so that a demo has something to show: always the same ones, and marked as
 * invented.
 */
final class DemoTraffic {

    private static final int DAYS = 21;
    private static final Duration BY_THE_HOUR = Duration.ofDays(1);

    /** How much more is kept of the last day. */
    private static final int BY_HOUR = 4;

    private static final double SUNDAYS_SHARE = 0.8;

    private final InventedTraffic traffic;

    DemoTraffic(InventedTraffic traffic) {
        this.traffic = traffic;
    }

    /** A visit of people who test. */
    private record Visit(String product, String channel, int hoursAgo, int requests, DemoChannel.Installed client) {}

    private static final List<Visit> VISITS = List.of(
            visit("Heron", "release-cdntest", 21, 12, "149.0.2", "20261105142210"),
            visit("Heron", "release-cdntest", 20, 19, "148.0.1", "20261008093348"),
            visit("Heron", "release-cdntest", 4, 10, "149.0.2", "20261105142210"),
            visit("Heron", "release-localtest", 26, 14, "149.0.2", "20261105142210"),
            visit("Heron", "esr-cdntest", 122, 6, "140.8.0", "20260922193012"),
            visit("Petrel", "release-cdntest", 170, 3, "148.0", "20260928120518"));

    private static Visit visit(
            String product, String channel, int hoursAgo, int requests, String version, String buildId) {
        return new Visit(
                product,
                channel,
                hoursAgo,
                requests,
                new DemoChannel.Installed(version, buildId, "", DemoClient.TESTED, 1, 1));
    }

    /** Invents the requests up to the last full hour. */
    void invent(Instant now) {
        List<SampledSpan> spans = new ArrayList<>();
        Instant end = now.truncatedTo(ChronoUnit.HOURS);
        Instant begin = end.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS));
        for (DemoChannel channel : DemoChannel.ALL) {
            SplittableRandom random =
                    new SplittableRandom(channel.where().toString().hashCode());
            for (Instant from = begin; from.isBefore(end); from = from.plus(length(from, end))) {
                spans.add(span(channel, from, length(from, end), passed(begin, from, end), random));
            }
        }
        VISITS.forEach(visit -> spans.add(span(visit, end)));
        traffic.put(spans);
    }

    /** Days that are over for a day are one span each. */
    private static Duration length(Instant from, Instant end) {
        Instant next = from.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        boolean whole = from.equals(from.truncatedTo(ChronoUnit.DAYS)) && !next.isAfter(end.minus(BY_THE_HOUR));
        return Duration.ofHours(whole ? 24 : 1);
    }

    private static double passed(Instant begin, Instant at, Instant end) {
        return (double) Duration.between(begin, at).toMinutes()
                / Duration.between(begin, end).toMinutes();
    }

    private static SampledSpan span(
            DemoChannel channel, Instant from, Duration length, double passed, SplittableRandom random) {
        double share = length.toHours() / 24.0 * busy(from, length);
        long seen = Math.max(1, Math.round(channel.daily() * share * (0.97 + random.nextDouble() * 0.06)));
        int kept = (int) Math.min(
                seen, Math.max(1, Math.round(channel.kept() * share * (length.toHours() == 1 ? BY_HOUR : 1))));
        List<String> texts = new ArrayList<>(kept);
        for (int request = 0; request < kept; request++) {
            texts.add(QueryText.of(channel.ask(passed, random), true));
        }
        return invented(channel.where(), from, length, Sample.of(seen, texts));
    }

    private static SampledSpan span(Visit visit, Instant end) {
        ProductChannel where = new ProductChannel(visit.product(), visit.channel());
        Instant from = end.minus(Duration.ofHours(visit.hoursAgo()));
        SplittableRandom random = new SplittableRandom(where.toString().hashCode() + visit.hoursAgo());
        DemoChannel channel =
                new DemoChannel(6, visit.product(), visit.channel(), 0, 0, List.of(visit.client()), DemoClient.OF_ALL);
        List<String> texts = new ArrayList<>();
        for (int request = 0; request < visit.requests(); request++) {
            texts.add(QueryText.of(channel.ask(1, random), true));
        }
        return invented(where, from, Duration.ofHours(1), Sample.of(texts.size(), texts));
    }

    private static SampledSpan invented(ProductChannel where, Instant from, Duration length, Sample sample) {
        Instant until = from.plus(length);
        return new SampledSpan(
                SampledSpan.INVENTED, where, from, until, until.minusSeconds(60), PackedSample.of(sample));
    }

    /** Most come in the afternoon, and less on Sundays; a whole usual day is 1. */
    private static double busy(Instant from, Duration length) {
        var time = from.atOffset(ZoneOffset.UTC);
        double day = time.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAYS_SHARE : 1;
        return length.toHours() > 1 ? day : day * (1 + 0.6 * Math.cos((time.getHour() - 15) / 12.0 * Math.PI));
    }
}
