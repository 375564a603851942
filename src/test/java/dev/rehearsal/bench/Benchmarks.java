package dev.rehearsal.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What {@code ./dev bench} runs: the benchmarks whose names hold one of the words given, then the runs over the whole
 * application: {@code compare}, {@code fill}, {@code history}, {@code impact}, {@code import}, {@code load}, {@code queue},
 * {@code review}, {@code sample}, {@code screens}, {@code sessions}, {@code signature}, {@code slow}, {@code start} and
 * {@code ticks}, which {@code review} ends with.
 */
public final class Benchmarks {

    private static final Map<String, Run> RUNS = new TreeMap<>(Map.ofEntries(
            Map.entry("compare", CompareRun::main),
            Map.entry("fill", FillRun::main),
            Map.entry("history", HistoryRun::main),
            Map.entry("impact", ImpactRun::main),
            Map.entry("import", ImportRun::main),
            Map.entry("load", LoadRun::main),
            Map.entry("queue", QueueRun::main),
            Map.entry("review", ReviewRun::main),
            Map.entry("sample", SampleRun::main),
            Map.entry("screens", ScreensRun::main),
            Map.entry("sessions", SessionsRun::main),
            Map.entry("signature", SignatureRun::main),
            Map.entry("slow", SlowRun::main),
            Map.entry("start", StartRun::main),
            Map.entry("ticks", TickRun::main)));

    private static final String PART_OF_ANOTHER = "ticks";

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
            if (words.length == 0 && !PART_OF_ANOTHER.equals(run.getKey())
                    || List.of(words).contains(run.getKey())) {
                run.getValue().main(new String[0]);
            }
        }
    }

    private static boolean isSetting(String word) {
        return word.startsWith("-D") && word.contains("=");
    }
}
