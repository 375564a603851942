package dev.rehearsal.traffic;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes populations of what is stored: the same of the same, on every node. */
final class Populations {

    private static final String SAMPLED = "a sample of the requests that this installation answered";
    private static final String INVENTED = "requests invented for the demo";
    private static final String MIXED = SAMPLED + ", and " + INVENTED;

    private static final int BYTES_OF_A_CLASS = 130;
    private static final int BYTES_OF_A_VALUE = 56;

    private Populations() {}

    /** @param spans at least one */
    static Population of(ProductChannel where, List<SampledSpan> spans, long most) {
        List<Sample> samples =
                spans.stream().map(span -> span.sample().sample()).toList();
        Sample merged = Sample.merge(samples, most, new SplittableRandom(seed(where, spans)));
        return population(where, source(spans), from(spans), until(spans), merged);
    }

    static Population population(ProductChannel where, String source, Instant from, Instant until, Sample sample) {
        Map<String, String> values = new HashMap<>();
        List<RequestClass> classes = sample.classes().entrySet().stream()
                .map(one -> new RequestClass(
                        QueryText.read(one.getKey(), value -> values.computeIfAbsent(value, first -> first)),
                        one.getValue()))
                .toList();
        return new Population(where, source, from, until, classes, sample.seen());
    }

    /** Merges spans of one channel into one. */
    static SampledSpan merge(List<SampledSpan> spans, long most) {
        ProductChannel where = spans.getFirst().where();
        List<Sample> samples =
                spans.stream().map(span -> span.sample().sample()).toList();
        String node = spans.getFirst().node();
        return new SampledSpan(
                spans.stream().allMatch(span -> span.node().equals(node)) ? node : SampledSpan.SEVERAL,
                where,
                from(spans),
                until(spans),
                spans.stream().map(SampledSpan::last).max(Instant::compareTo).orElseThrow(),
                PackedSample.of(Sample.merge(samples, most, new SplittableRandom(seed(where, spans)))));
    }

    /** About how much memory one takes: its classes, and each value that some of them have. */
    static int bytes(Population population) {
        Set<String> values = new HashSet<>();
        for (RequestClass one : population.classes()) {
            UpdateQuery query = one.query();
            Stream.of(
                            query.product(),
                            query.version(),
                            query.buildId(),
                            query.buildTarget(),
                            query.locale(),
                            query.channel(),
                            query.osVersion(),
                            query.instructionSet(),
                            query.distribution(),
                            query.distVersion(),
                            query.pin())
                    .filter(Objects::nonNull)
                    .forEach(values::add);
        }
        long bytes = values.stream()
                        .mapToLong(value -> BYTES_OF_A_VALUE + 2L * value.length())
                        .sum()
                + (long) BYTES_OF_A_CLASS * population.classes().size();
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static String source(List<SampledSpan> spans) {
        if (spans.stream().noneMatch(SampledSpan::isInvented)) {
            return SAMPLED;
        }
        return spans.stream().allMatch(SampledSpan::isInvented) ? INVENTED : MIXED;
    }

    private static Instant from(List<SampledSpan> spans) {
        return spans.stream().map(SampledSpan::from).min(Instant::compareTo).orElseThrow();
    }

    private static Instant until(List<SampledSpan> spans) {
        return spans.stream().map(SampledSpan::until).max(Instant::compareTo).orElseThrow();
    }

    private static long seed(ProductChannel where, List<SampledSpan> spans) {
        long seed = where.toString().hashCode();
        for (SampledSpan span : spans) {
            seed = 31 * seed + span.from().toEpochMilli() + 7 * span.sample().seen();
        }
        return seed;
    }
}
