package dev.rehearsal.traffic;

import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.store.SampleStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Unpacks one stored sample after the other. */
@Component
class StoredSpans implements TrafficSpans {

    private final SampleStore samples;
    private final SamplingOptions options;
    private final Clock clock;

    StoredSpans(SampleStore samples, SamplingOptions options, Clock clock) {
        this.samples = samples;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public Stream<Population> before(ProductChannel where, Duration back) {
        Instant now = clock.instant();
        Instant oldest = now.minus(options.keep());
        return samples.spans(where, oldest, oldest).stream()
                .filter(span -> !span.until().isAfter(now.minus(back)))
                .sorted(Comparator.comparing(SampledSpan::until).reversed())
                .map(span -> Populations.of(where, List.of(span), Long.MAX_VALUE));
    }
}
