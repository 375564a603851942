package dev.rehearsal.bench;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.sample.QueryText;
import dev.rehearsal.serve.sample.SampledChannel;
import dev.rehearsal.serve.sample.SampledChannels;
import dev.rehearsal.staging.ProductChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs an answer to be sampled: where it was kept and is given again, and where its channel is looked up first; with
 * one thread, and with two that ask on the same channel. Each iteration begins with an empty sample, as an hour does.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class SamplingBenchmark {

    private static final int QUERIES = 4096;
    private static final int PER_HOUR = 2_000;
    private static final long CHARACTERS = 16L << 20;
    private static final ProductChannel RELEASE = new ProductChannel("Firefox", "release");

    /** As many as rules name; of all others there is one. */
    private static final List<String> CHANNELS = List.of("release", "beta", "esr", "nightly", "aurora", "other");

    private final List<UpdateQuery> queries = GeneratedRules.queries(QUERIES, 1_000, 2);
    private final List<Supplier<String>> texts = queries.stream()
            .<Supplier<String>>map(query -> {
                String text = QueryText.of(query, false);
                return () -> text;
            })
            .toList();

    private SampledChannels channels = new SampledChannels(PER_HOUR, CHARACTERS, 1);
    private SampledChannel release = channels.of(RELEASE);

    /** Where a thread is among the queries. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;

        int take() {
            next = (next + 1) % QUERIES;
            return next;
        }
    }

    @Setup(Level.Iteration)
    public void begin() {
        channels = new SampledChannels(PER_HOUR, CHARACTERS, 1);
        release = channels.of(RELEASE);
    }

    @Benchmark
    public void givenAgain(Turn turn) {
        release.note(texts.get(turn.take()));
    }

    @Benchmark
    @Threads(2)
    public void givenAgainByTwo(Turn turn) {
        release.note(texts.get(turn.take()));
    }

    @Benchmark
    public void madeAnew(Turn turn) {
        UpdateQuery query = queries.get(turn.take());
        String channel = CHANNELS.get(turn.next % CHANNELS.size());
        channels.of(new ProductChannel("Firefox", query.channel().isEmpty() ? "" : channel))
                .note(() -> QueryText.of(query, false));
    }

    /** Every request is written: the first 2,000 of an hour. */
    @Benchmark
    public String written(Turn turn) {
        return QueryText.of(queries.get(turn.take()), false);
    }
}
