package dev.rehearsal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.acceptance.Metrics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard, the alerts and the files to deploy by can be read, and name only what there is. */
class OperationsFilesTest {

    private static final Path DASHBOARD = Path.of("docs/operations/dashboard.json");
    private static final Path ALERTS = Path.of("docs/operations/alerts.yaml");
    private static final Path PAGE = Path.of("docs/operations.md");
    private static final Pattern METRIC = Pattern.compile("\\b(?:rehearsal|jvm|process)_[a-z_]+\\b");
    private static final Pattern PART_OF_ONE = Pattern.compile("_(?:bucket|sum|count)$");

    @Test
    void theDashboardAsksForMetricsThatThereAre() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        List<String> queries = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(panel.path("targets").size())
                    .as(panel.path("title").asString())
                    .isPositive();
            panel.path("targets")
                    .forEach(target -> queries.add(target.path("expr").asString()));
        }

        assertThat(metrics(queries))
                .hasSizeGreaterThan(15)
                .isSubsetOf(Metrics.listed().keySet());
    }

    @Test
    void theDashboardShowsEveryMetricOfOurs() throws IOException {
        Set<String> shown = metrics(List.of(Files.readString(DASHBOARD)));

        assertThat(Metrics.listed().keySet().stream().filter(name -> name.startsWith("rehearsal_")))
                .allSatisfy(name -> assertThat(shown).contains(name));
    }

    @Test
    void alertsAskForMetricsThatThereAreAndThePageSaysWhatToDo() throws IOException {
        String page = Files.readString(PAGE);
        List<String> queries = new ArrayList<>();
        Map<?, ?> alerts = (Map<?, ?>) yaml(ALERTS).getFirst();
        for (Object group : list(alerts, "groups")) {
            for (Object entry : list((Map<?, ?>) group, "rules")) {
                Map<?, ?> rule = (Map<?, ?>) entry;
                queries.add(String.valueOf(rule.get("expr")));
                assertThat(rule.keySet().stream().map(String::valueOf)).contains("alert", "labels", "annotations");
                assertThat(page).contains("| " + rule.get("alert") + " | ");
            }
        }

        assertThat(metrics(queries))
                .hasSizeGreaterThan(8)
                .isSubsetOf(Metrics.listed().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose.yaml", "deploy/kubernetes.yaml"})
    void whatDeploysCanBeRead(String file) throws IOException {
        assertThat(yaml(Path.of(file)))
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document).isInstanceOf(Map.class));
    }

    private static Set<String> metrics(Collection<String> queries) {
        return queries.stream()
                .flatMap(query -> METRIC.matcher(query).results())
                .map(found -> PART_OF_ONE.matcher(found.group()).replaceFirst(""))
                .filter(name -> !name.equals("process_"))
                .collect(Collectors.toSet());
    }

    private static Collection<?> list(Map<?, ?> entries, String name) {
        return (Collection<?>) Objects.requireNonNull(entries.get(name), name);
    }

    private static List<Object> yaml(Path file) throws IOException {
        List<Object> documents = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text).forEach(documents::add);
        }
        return documents;
    }
}
