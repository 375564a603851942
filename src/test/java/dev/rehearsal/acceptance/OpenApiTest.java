package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.acceptance.DescribedApi.Operation;
import java.lang.annotation.Annotation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the API has every endpoint that there is, and no other, each with what it reads. */
class OpenApiTest {

    /** A variable of a path that is narrowed down, such as {@code {kind:product|permissions}}. */
    private static final Pattern NARROWED = Pattern.compile("\\{(\\w+):([^}]+)}");

    private static RunningRehearsal rehearsal;
    private static HttpResponse<String> served;
    private static DescribedApi api;
    private static Map<String, HandlerMethod> handlers;
    private static final Map<String, Set<String>> NARROWED_TO = new HashMap<>();

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.json("{}"), "--rehearsal.limits.api-per-second=0");
        served = rehearsal.sendOpenly("GET", "/api/openapi.yaml");
        api = DescribedApi.parse(served.body());
        handlers = handlers();
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void everybodyMayReadIt() {
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(served.body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void everyEndpointIsDescribedAndNoOther() {
        assertThat(api.operationsOfApi().stream().map(Operation::endpoint))
                .containsExactlyInAnyOrderElementsOf(handlers.keySet());
    }

    @Test
    void theVariablesOfAPathAreDescribed() {
        for (Operation operation : api.operations()) {
            assertThat(operation.namesIn("path")).as(operation.endpoint()).isEqualTo(operation.variables());
        }
    }

    @Test
    void whatAPathIsNarrowedDownToIsDescribed() {
        assertThat(NARROWED_TO).isNotEmpty();
        NARROWED_TO.forEach((endpoint, values) -> {
            Operation operation = operation(endpoint);
            assertThat(operation
                            .parameter("path", "kind")
                            .orElseThrow()
                            .at("/schema/enum")
                            .valueStream()
                            .map(JsonNode::asString))
                    .as(endpoint)
                    .containsExactlyInAnyOrderElementsOf(values);
        });
    }

    @Test
    void queryParametersAreThoseThatAreRead() {
        for (Operation operation : api.operationsOfApi()) {
            assertThat(operation.namesIn("query"))
                    .as(operation.endpoint())
                    .isEqualTo(read(operation).keySet());
        }
    }

    @Test
    void aQueryParameterIsRequiredWhereItIsDescribedSo() {
        for (Operation operation : api.operationsOfApi()) {
            read(operation).forEach((name, read) -> {
                JsonNode described = operation.parameter("query", name).orElseThrow();
                boolean hasDefault = !read.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                assertThat(described.path("required").asBoolean(false))
                        .as(operation.endpoint() + " " + name)
                        .isEqualTo(read.required() && !hasDefault);
                JsonNode otherwise = described.get("schema").path("default");
                assertThat(otherwise.asString(""))
                        .as(operation.endpoint() + " " + name)
                        .isEqualTo(hasDefault ? read.defaultValue() : "");
            });
        }
    }

    @Test
    void bodiesAreDescribedWhereTheyAreRead() {
        for (Operation operation : api.operationsOfApi()) {
            List<Boolean> read = annotated(operation, RequestBody.class).values().stream()
                    .map(RequestBody::required)
                    .toList();
            JsonNode body = operation.content().path("requestBody");
            assertThat(
                            body.isMissingNode()
                                    ? List.of()
                                    : List.of(body.get("required").asBoolean()))
                    .as(operation.endpoint())
                    .isEqualTo(read);
        }
    }

    @Test
    void theStatusThatAnEndpointIsMarkedWithIsDescribed() {
        for (Operation operation : api.operationsOfApi()) {
            ResponseStatus marked = handler(operation).getMethodAnnotation(ResponseStatus.class);
            if (marked != null) {
                Set<String> good = operation.content().get("responses").propertyNames().stream()
                        .filter(status -> status.startsWith("2"))
                        .collect(Collectors.toSet());
                assertThat(good)
                        .as(operation.endpoint())
                        .containsExactly(Integer.toString(marked.code().value()));
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = api.references();

        assertThat(references).hasSizeGreaterThan(100);
        assertThat(references)
                .filteredOn(
                        reference -> api.document().at(reference.substring(1)).isMissingNode())
                .isEmpty();
    }

    @Test
    void everyComponentIsUsed() {
        Set<String> components = new TreeSet<>();
        for (String kind : List.of("headers", "parameters", "responses", "schemas")) {
            api.document()
                    .at("/components/" + kind)
                    .propertyNames()
                    .forEach(name -> components.add("#/components/" + kind + "/" + name));
        }

        assertThat(api.references()).containsAll(components);
    }

    @Test
    void eachOperationHasANameAndAPlaceAndSaysWhoseItIs() {
        List<String> tags = api.document()
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .toList();
        List<String> names = new ArrayList<>();
        for (Operation operation : api.operations()) {
            JsonNode content = operation.content();
            names.add(content.get("operationId").asString());
            assertThat(content.get("summary").asString())
                    .as(operation.endpoint())
                    .isNotBlank();
            assertThat(content.get("x-origin").asString())
                    .as(operation.endpoint())
                    .isIn("balrog", "rehearsal");
            assertThat(content.get("tags").valueStream().map(JsonNode::asString))
                    .as(operation.endpoint())
                    .hasSize(1)
                    .isSubsetOf(tags);
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void aTokenIsNeededWhereItIsDescribedSo() {
        for (Operation operation : api.operationsOfApi()) {
            int status = rehearsal
                    .sendOpenly(operation.method(), operation.example())
                    .statusCode();
            assertThat(status == 401).as(operation.endpoint() + ": " + status).isEqualTo(!operation.isOpen());
        }
    }

    @Test
    void updateUrlsOfTheDescribedFormsAreAnswered() {
        List<Operation> updates = api.operations().stream()
                .filter(operation -> !operation.path().startsWith("/api"))
                .toList();
        assertThat(updates).hasSize(8);
        for (Operation update : updates) {
            String all = update.namesIn("query").stream()
                    .map(name -> name + (name.equals("pin") ? "=102." : "=1"))
                    .collect(Collectors.joining("&"));
            int status = rehearsal.ask(update.example() + "?" + all).status();
            assertThat(update.content().get("responses").propertyNames())
                    .as(update.endpoint())
                    .contains(Integer.toString(status));
            assertThat(status).as(update.endpoint()).isNotEqualTo(400);
        }
    }

    private static Operation operation(String endpoint) {
        return api.operations().stream()
                .filter(operation -> operation.endpoint().equals(endpoint))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + endpoint));
    }

    private static Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> handlers = new TreeMap<>();
        rehearsal
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api"))
                        .forEach(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + described(pattern))
                                .forEach(endpoint -> {
                                    handlers.put(endpoint, handler);
                                    narrowedTo(pattern).ifPresent(values -> NARROWED_TO.put(endpoint, values));
                                })));
        return handlers;
    }

    /** A variable with one possible value is no variable. */
    private static String described(String pattern) {
        return NARROWED.matcher(pattern)
                .replaceAll(variable ->
                        variable.group(2).contains("|") ? "{" + variable.group(1) + "}" : variable.group(2));
    }

    private static Optional<Set<String>> narrowedTo(String pattern) {
        return NARROWED.matcher(pattern)
                .results()
                .map(variable -> variable.group(2))
                .filter(values -> values.contains("|"))
                .map(values -> Set.of(values.split("\\|")))
                .findFirst();
    }

    private static HandlerMethod handler(Operation operation) {
        return Objects.requireNonNull(handlers.get(operation.endpoint()), operation.endpoint());
    }

    private static Map<String, RequestParam> read(Operation operation) {
        Map<String, RequestParam> read = new TreeMap<>();
        annotated(operation, RequestParam.class)
                .forEach((parameter, annotation) -> read.put(
                        annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name(),
                        annotation));
        return read;
    }

    private static <A extends Annotation> Map<MethodParameter, A> annotated(Operation operation, Class<A> type) {
        return parameters(handler(operation))
                .filter(parameter -> parameter.hasParameterAnnotation(type))
                .collect(Collectors.toMap(
                        parameter -> parameter,
                        parameter -> Objects.requireNonNull(parameter.getParameterAnnotation(type))));
    }

    private static Stream<MethodParameter> parameters(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters());
    }
}
