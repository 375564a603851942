package dev.rehearsal.traffic;

import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which stored samples become one: those of an hour, of whichever nodes, and after a day those of a day. */
final class SpanGroups {

    /** By then each node that can has written what it had. */
    private static final Duration ALL_WRITTEN = Duration.ofHours(1);

    private static final Duration BY_THE_HOUR = Duration.ofDays(1);

    private SpanGroups() {}

    /**
     * A group of spans that are to be one.
     *
     * @param most how many requests it keeps
     */
    record Group(List<Long> ids, long most) {}

    private record Key(ProductChannel where, Instant begin, ChronoUnit unit) {}

    static List<Group> of(List<SampledSpan.Head> heads, Instant now, SamplingOptions options) {
        Map<Key, List<SampledSpan.Head>> groups = new LinkedHashMap<>();
        for (SampledSpan.Head head : heads) {
            ChronoUnit unit = isOver(head, now, BY_THE_HOUR) ? ChronoUnit.DAYS : ChronoUnit.HOURS;
            if (unit == ChronoUnit.DAYS || isOver(head, now, ALL_WRITTEN)) {
                Key key = new Key(head.where(), head.from().truncatedTo(unit), unit);
                groups.computeIfAbsent(key, made -> new ArrayList<>()).add(head);
            }
        }
        List<Group> wanted = new ArrayList<>();
        groups.forEach((key, members) -> {
            long most = key.unit() == ChronoUnit.DAYS ? options.perDay() : options.perHour();
            if (members.size() > 1 || members.getFirst().kept() > most) {
                wanted.add(new Group(members.stream().map(SampledSpan.Head::id).toList(), most));
            }
        });
        return wanted;
    }

    private static boolean isOver(SampledSpan.Head head, Instant now, Duration since) {
        return !head.until().isAfter(now.minus(since));
    }
}
