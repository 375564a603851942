package dev.rehearsal.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What {@code ./dev bench} runs: the benchmarks whose names hold one of the words given, then the runs over the whole
 * application: {@code history}, {@code import}, {@code load}, {@code queue}, {@code review}, {@code screens}, {@code signature},
 * {@code slow} and {@code start}.
 */
public final class Benchmarks {

    private static final Map<String, Run> RUNS = new TreeMap<>(Map.of(
            "history", HistoryRun::main,
            "import", ImportRun::main,
            "load", LoadRun::main,
            "queue", QueueRun::main,
            "review", ReviewRun::main,
            "screens", ScreensRun::main,
            "signature", SignatureRun::main,
            "slow", SlowRun::main,
            "start", StartRun::main));

    private Benchmarks() {}

    private interface Run {
        void main(String[] arguments) throws Exception;
    }

    /** Words like {@code -Dimport.releases=100} set what a run goes by. */
    public static void main(String[] given) throws Exception {
        List.of(given).stream()
                .filter(Benchmarks::isSetting)
                .map(setting -> setting.substring(2).split("=", 2))
                .forEach(setting -> System.setProperty(setting[0], setting[1]));
        String[] words =
                List.of(given).stream().filter(word -> !isSetting(word)).toArray(String[]::new);
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

    private static boolean isSetting(String word) {
        return word.startsWith("-D") && word.contains("=");
    }
}
