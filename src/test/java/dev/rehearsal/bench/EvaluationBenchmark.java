package dev.rehearsal.bench;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to find the rule for a query, as the table grows; hits and misses mixed as in {@link GeneratedRules}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class EvaluationBenchmark {

    private static final int QUERIES = 4096;

    @Param({"100", "1000", "10000", "100000"})
    private int size;

    private RuleSet rules = RuleSet.of(List.of());
    private List<UpdateQuery> queries = List.of();
    private int next;

    @Setup
    public void generate() {
        rules = RuleSet.of(GeneratedRules.table(size, 1));
        queries = GeneratedRules.queries(QUERIES, size, 2);
    }

    @Benchmark
    public @Nullable Rule firstMatch() {
        next = (next + 1) % QUERIES;
        return rules.firstMatch(queries.get(next));
    }
}
