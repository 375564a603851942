package dev.rehearsal.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What {@code ./dev bench} runs: the benchmarks whose names hold one of the words given, then the runs over the whole
 * application: {@code history}, {@code load}, {@code queue}, {@code review}, {@code screens} and {@code slow}.
 */
public final class Benchmarks {

    private static final Map<String, Run> RUNS = new TreeMap<>(Map.of(
            "history", HistoryRun::main,
            "load", LoadRun::main,
            "queue", QueueRun::main,
            "review", ReviewRun::main,
            "screens", ScreensRun::main,
            "slow", SlowRun::main));

    private Benchmarks() {}

    private interface Run {
        void main(String[] arguments) throws Exception;
    }

    public static void main(String[] words) throws Exception {
        List<String> benchmarks =
                List.of(words).stream().filter(word -> !RUNS.containsKey(word)).toList();
        if (words.length == 0 || !benchmarks.isEmpty()) {
            OptionsBuilder options = new OptionsBuilder();
            options.include(
                    benchmarks.isEmpty() ? "dev.rehearsal.bench" : "(?i).*(" + String.join("|", benchmarks) + ").*");
            new Runner(options.build()).run();
        }
        for (Map.Entry<String, Run> run : RUNS.entrySet()) {
            if (words.length == 0 || List.of(words).contains(run.getKey())) {
                run.getValue().main(new String[0]);
            }
        }
    }
}
