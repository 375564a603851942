package dev.rehearsal.bench;

import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What {@code ./dev bench} runs: the benchmarks whose names hold one of the words given, then the load run. */
public final class Benchmarks {

    private static final String LOAD = "load";

    private Benchmarks() {}

    public static void main(String[] words) throws Exception {
        List<String> benchmarks =
                List.of(words).stream().filter(word -> !word.equals(LOAD)).toList();
        if (words.length == 0 || !benchmarks.isEmpty()) {
            OptionsBuilder options = new OptionsBuilder();
            options.include(
                    benchmarks.isEmpty() ? "dev.rehearsal.bench" : "(?i).*(" + String.join("|", benchmarks) + ").*");
            new Runner(options.build()).run();
        }
        if (words.length == 0 || List.of(words).contains(LOAD)) {
            LoadRun.main(new String[0]);
        }
    }
}
