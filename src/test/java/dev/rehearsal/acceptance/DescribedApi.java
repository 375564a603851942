package dev.rehearsal.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** The API as its description has it. */
final class DescribedApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final JsonNode document;

    private DescribedApi(JsonNode document) {
        this.document = document;
    }

    static DescribedApi parse(String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new DescribedApi(
                RunningRehearsal.JSON.valueToTree(new Yaml(new SafeConstructor(strict)).<Object>load(yaml)));
    }

    JsonNode document() {
        return document;
    }

    /** @param path with its variables in braces */
    record Operation(String method, String path, JsonNode content, List<JsonNode> parameters) {

        String endpoint() {
            return method + " " + path;
        }

        List<JsonNode> parametersIn(String place) {
            return parameters.stream()
                    .filter(parameter -> parameter.get("in").asString().equals(place))
                    .toList();
        }

        Optional<JsonNode> parameter(String place, String name) {
            return parametersIn(place).stream()
                    .filter(parameter -> parameter.get("name").asString().equals(name))
                    .findFirst();
        }

        Set<String> namesIn(String place) {
            Set<String> names = new TreeSet<>();
            parametersIn(place)
                    .forEach(parameter -> names.add(parameter.get("name").asString()));
            return names;
        }

        Set<String> variables() {
            Set<String> names = new TreeSet<>();
            Matcher variable = VARIABLE.matcher(path);
            while (variable.find()) {
                names.add(variable.group(1));
            }
            return names;
        }

        boolean isOpen() {
            return content.path("security").isArray()
                    && content.path("security").isEmpty();
        }

        /** A path that this is the description of, from the examples of its variables. */
        String example() {
            String filled = path;
            for (JsonNode parameter : parametersIn("path")) {
                JsonNode schema = parameter.get("schema");
                String value = parameter.has("example")
                        ? parameter.get("example").asString()
                        : schema.path("enum").path(0).asString();
                filled = filled.replace("{" + parameter.get("name").asString() + "}", value);
            }
            return filled;
        }

        boolean matches(String url) {
            Matcher variable = VARIABLE.matcher(path);
            StringBuilder pattern = new StringBuilder();
            int from = 0;
            while (variable.find()) {
                pattern.append(Pattern.quote(path.substring(from, variable.start())))
                        .append("[^/]+");
                from = variable.end();
            }
            pattern.append(Pattern.quote(path.substring(from)));
            return withoutQuery(url).matches(pattern.toString());
        }

        private static String withoutQuery(String url) {
            return url.replaceFirst("\\?.*", "");
        }

        @Override
        public String toString() {
            return endpoint();
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> operations.add(new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                entry.getValue(),
                                Stream.of(path.getValue(), entry.getValue())
                                        .flatMap(part -> part.path("parameters").valueStream())
                                        .map(this::resolved)
                                        .toList()))));
        return operations;
    }

    List<Operation> operationsOfApi() {
        return operations().stream()
                .filter(operation -> operation.path().startsWith("/api"))
                .toList();
    }

    /** The one with the fewest variables that describes a request. */
    Operation of(String method, String url) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.matches(url))
                .min(Comparator.comparingInt(operation -> operation.variables().size()))
                .orElseThrow(() -> new AssertionError("not described: " + method + " " + url));
    }

    /** What a reference leads to; anything else as it is. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String reference = found.get("$ref").asString();
            found = document.at(reference.substring(1));
            if (found.isMissingNode()) {
                throw new AssertionError("leads nowhere: " + reference);
            }
        }
        return found;
    }

    /** Every reference there is, also those by which kinds are told apart. */
    Set<String> references() {
        Set<String> references = new TreeSet<>();
        collect(document, references);
        return references;
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.isString() && node.asString().startsWith("#/")) {
            references.add(node.asString());
        }
        node.forEach(child -> collect(child, references));
    }

    Optional<JsonNode> schemaOfBody(Operation operation) {
        return schema(operation.content().path("requestBody"));
    }

    /** Empty where that answer has no JSON. */
    Optional<JsonNode> schemaOfAnswer(Operation operation, int status) {
        JsonNode answer = operation.content().get("responses").get(Integer.toString(status));
        if (answer == null) {
            throw new AssertionError(operation + " is not described to answer " + status);
        }
        return schema(resolved(answer));
    }

    private static Optional<JsonNode> schema(JsonNode holder) {
        return Optional.ofNullable(
                holder.path("content").path("application/json").get("schema"));
    }
}
