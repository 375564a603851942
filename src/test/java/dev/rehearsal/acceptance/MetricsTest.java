package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import dev.rehearsal.serve.metrics.MetricsPort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Prometheus reads; dashboards and alerts are made of it, so names, types and labels stay as they are. */
class MetricsTest {

    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100, 'update_type': 'minor',
               'product': 'App', 'channel': 'release', 'data_version': 3}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 4, 'blob':
               {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                'displayVersion': '1.0', 'platforms': {'p': {'locales': {'de': {'buildID': '1'}}}}}}]}
            """;

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(json(DATASET), "--rehearsal.metrics.port=0");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void namesTypesAndLabelsAreThoseOfTheList() {
        rehearsal.ask(update("App", "release"));

        SortedMap<String, String> found = families(scrape().body());

        assertThat(lines(found, "rehearsal_")).isEqualTo(lines(Metrics.listed(), "rehearsal_"));
        assertThat(found).containsAllEntriesOf(Metrics.listed());
    }

    @Test
    void answersAreCountedByProductChannelAndOutcome() {
        double before = answers("App", "release", "none");

        for (int i = 0; i < 5; i++) {
            rehearsal.ask(update("App", "release"));
        }
        rehearsal.ask(update("App", "made-up-" + System.nanoTime()));

        assertThat(answers("App", "release", "none") - before).isEqualTo(5);
        assertThat(answers("App", "other", "none")).isPositive();
        assertThat(scrape().body()).doesNotContain("made-up");
    }

    @Test
    void isNotOnThePortOfClients() {
        assertThat(List.of(
                        rehearsal.ask("/metrics").status(),
                        rehearsal.ask("/actuator/prometheus").status(),
                        rehearsal.ask("/actuator/metrics").status()))
                .doesNotContain(200);
    }

    @Test
    void itsPortHasNothingElse() throws IOException {
        for (String path : List.of("/", "/actuator/health", update("App", "release"), "/metrics/x", "/api/v1/rules")) {
            assertThat(read(path).status()).as(path).isEqualTo(404);
        }
    }

    private static String update(String product, String channel) {
        return "/update/3/%s/1.0/1/p/de/%s/W/default/default/update.xml".formatted(product, channel);
    }

    private static double answers(String product, String channel, String outcome) {
        return scrape().body()
                .lines()
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches() && sample.group(1).equals("rehearsal_updates_total"))
                .filter(sample -> sample.group(2)
                        .equals("channel=\"%s\",outcome=\"%s\",product=\"%s\"".formatted(channel, outcome, product)))
                .mapToDouble(sample -> Double.parseDouble(sample.group(3)))
                .sum();
    }

    private static RawHttp.Reply scrape() {
        try {
            return read("/metrics");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RawHttp.Reply read(String path) throws IOException {
        return new RawHttp(rehearsal.bean(MetricsPort.class).port(), Duration.ofSeconds(30)).get(path);
    }

    /** Name to type and labels. */
    private static SortedMap<String, String> families(String scrape) {
        SortedMap<String, String> families = new TreeMap<>();
        String name = "";
        String type = "";
        SortedSet<String> labels = new TreeSet<>();
        for (String line : (scrape + "\n# TYPE end end").lines().toList()) {
            var begun = TYPE.matcher(line);
            var sample = SAMPLE.matcher(line);
            if (begun.matches()) {
                families.put(
                        name, String.join(" ", type, String.join(" ", labels)).strip());
                name = begun.group(1);
                type = begun.group(2);
                labels = new TreeSet<>();
            } else if (sample.matches() && sample.group(2) != null) {
                LABEL.matcher(sample.group(2))
                        .results()
                        .map((MatchResult label) -> label.group(1))
                        .forEach(labels::add);
                labels.remove("le");
            }
        }
        families.remove("");
        return families;
    }

    private static String lines(SortedMap<String, String> families, String prefix) {
        StringBuilder lines = new StringBuilder();
        families.forEach((name, rest) -> {
            if (name.startsWith(prefix)) {
                lines.append(name).append(' ').append(rest).append('\n');
            }
        });
        return lines.toString();
    }
}
