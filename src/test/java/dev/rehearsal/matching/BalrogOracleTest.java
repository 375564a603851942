package dev.rehearsal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every row of the tables that Balrog's own functions answered. */
class BalrogOracleTest {

    /** In a channel glob Balrog takes these for a regular expression; we take them literally. */
    private static final String REGEX_CHARACTERS = "\\^$+?{}[]|()";

    private static JsonNode tables;

    @BeforeAll
    static void readTables() throws IOException {
        try (InputStream file = BalrogOracleTest.class.getResourceAsStream("/oracle/matchers.json")) {
            tables = new JsonMapper().readTree(file);
        }
    }

    @Test
    void versionsCompareAsInBalrog() {
        // A comma separates parts before Balrog compares any.
        assertAnswers(
                "version_compare",
                row -> !text(row, "expr").contains(","),
                row -> VersionPattern.of(text(row, "expr")).matches(text(row, "value")));
    }

    @Test
    void ruleVersionsMatchAsInBalrog() {
        assertAnswers(
                "matchVersion",
                row -> pattern(
                        row,
                        "rule",
                        VersionPattern::of,
                        pattern -> pattern.matches(ClientVersion.of(text(row, "product"), text(row, "query")))));
    }

    @Test
    void channelGlobsMatchAsInBalrog() {
        assertAnswers(
                "matchRegex",
                row -> isPlain(text(row, "pattern")),
                row -> ChannelPattern.of(text(row, "pattern")).matches(text(row, "value")));
    }

    @Test
    void channelsMatchAsInBalrog() {
        assertAnswers(
                "matchChannel",
                row -> row.get("rule").isNull() || isPlain(text(row, "rule")),
                row -> pattern(
                        row,
                        "rule",
                        ChannelPattern::of,
                        pattern -> pattern.matches(text(row, "query"), text(row, "fallback"))));
    }

    @Test
    void operatingSystemsMatchAsInBalrog() {
        // Rules are only ever matched by substring.
        assertAnswers(
                "matchSimpleExpression",
                row -> row.get("substring").asBoolean(),
                row -> pattern(row, "rule", OsVersionPattern::of, pattern -> pattern.matches(text(row, "query"))));
    }

    @Test
    void listsMatchAsInBalrog() {
        // Rules are only ever matched by whole values.
        assertAnswers(
                "matchCsv",
                row -> !row.get("substring").asBoolean(),
                row -> pattern(row, "rule", ValueList::of, list -> list.contains(textOrNull(row, "query"))));
    }

    @Test
    void localesMatchAsInBalrog() {
        assertAnswers(
                "matchLocale", row -> pattern(row, "rule", ValueList::of, list -> list.contains(text(row, "query"))));
    }

    @Test
    void memoryMatchesAsInBalrog() {
        assertAnswers(
                "matchMemory",
                row -> pattern(row, "rule", MemoryPattern::of, pattern -> {
                    BigInteger sent = number(row.get("query"));
                    return sent == null
                            || pattern.matches(
                                    sent.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
                }));
    }

    @Test
    void buildIdsMatchAsInBalrog() {
        assertAnswers(
                "matchBuildID",
                row -> pattern(row, "rule", BuildIdPattern::of, pattern -> pattern.matches(text(row, "query"))));
    }

    @Test
    void flagsMatchAsInBalrog() {
        assertAnswers("matchBoolean", row -> {
            Rule rule = RuleBuilder.aRule().forMig64(flag(row, "rule")).build();
            UpdateQuery query =
                    QueryBuilder.aQuery().withMig64(flag(row, "query")).build();
            return new RuleCompiler().compile(rule).matches(PreparedQuery.of(query));
        });
    }

    @Test
    void versionsReadAsInBalrog() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : rows("mozilla_version_parse")) {
            String ours = answer(() -> MozillaVersion.parse(text(row, "version")));
            String theirs = row.has("error") ? balrogsError(row) : text(row, "str");
            compare(row, ours, theirs, differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void versionsOrderAsInBalrog() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : rows("mozilla_version_order")) {
            MozillaVersion a = MozillaVersion.parse(text(row, "a"));
            MozillaVersion b = MozillaVersion.parse(text(row, "b"));
            String ours = (a.compareTo(b) > 0) + " " + a.isSameAs(b) + " " + (a.compareTo(b) < 0);
            compare(row, ours, row.get("gt") + " " + row.get("eq") + " " + row.get("lt"), differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void looseVersionsOrderAsInBalrog() {
        assertAnswers("loose_version_order", row -> {
            int order = LooseVersion.parse(text(row, "a")).compareTo(LooseVersion.parse(text(row, "b")));
            return switch (text(row, "op")) {
                case "lt" -> order < 0;
                case "eq" -> order == 0;
                case "ge" -> order >= 0;
                default -> throw new IllegalArgumentException(row.toString());
            };
        });
    }

    @Test
    void pinsHoldBackAsInBalrog() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : rows("pin_compare")) {
            JsonNode newer = row.get("release_newer_than_pin");
            String ours = answer(() -> PinCeiling.parse(text(row, "pin"))
                    .isExceededBy(MozillaVersion.parse(text(row, "release_version"))));
            boolean failed = ours.startsWith("400") || ours.startsWith("500");
            compare(row, failed ? "fails" : ours, newer.isObject() ? "fails" : newer.toString(), differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void pinsAreWrittenAsInBalrog() {
        List<String> differences = new ArrayList<>();
        for (JsonNode row : rows("pin_compare")) {
            PinCeiling pin = PinCeiling.tryParse(text(row, "pin"));
            JsonNode normalised = row.get("pin_normalised");
            compare(row, String.valueOf(pin), normalised.isObject() ? "null" : normalised.asString(), differences);
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void partnerChannelsFallBackAsInBalrog() {
        for (JsonNode row : rows("getFallbackChannel")) {
            assertThat(UpdateQuery.fallbackOf(text(row, "channel"))).isEqualTo(text(row, "fallback"));
        }
    }

    private static void assertAnswers(String table, Function<JsonNode, Boolean> ours) {
        assertAnswers(table, _ -> true, ours);
    }

    private static void assertAnswers(String table, Predicate<JsonNode> applies, Function<JsonNode, Boolean> ours) {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonNode row : rows(table)) {
            if (applies.test(row)) {
                compared++;
                String theirs =
                        row.has("error") ? balrogsError(row) : row.get("result").toString();
                compare(row, answer(() -> ours.apply(row)), theirs, differences);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isPositive();
    }

    private static void compare(JsonNode row, String ours, String theirs, List<String> differences) {
        if (!ours.equals(theirs)) {
            differences.add(row + " but ours is " + ours);
        }
    }

    private interface Judgement {
        Object judge();
    }

    private static String answer(Judgement judgement) {
        try {
            return Objects.toString(judgement.judge());
        } catch (BadQueryException failure) {
            return "400 " + failure.getMessage();
        } catch (UnanswerableException failure) {
            return "500";
        }
    }

    private static String balrogsError(JsonNode row) {
        return text(row, "error").equals("BadDataError") ? "400 " + text(row, "message") : "500";
    }

    private static <P> boolean pattern(JsonNode row, String field, Function<String, P> compile, Predicate<P> matches) {
        return row.get(field).isNull() || matches.test(compile.apply(text(row, field)));
    }

    private static boolean isPlain(String glob) {
        return !glob.endsWith("*") || glob.chars().noneMatch(character -> REGEX_CHARACTERS.indexOf(character) >= 0);
    }

    private static @Nullable BigInteger number(JsonNode query) {
        if (query.isBoolean()) {
            return query.asBoolean() ? BigInteger.ONE : BigInteger.ZERO;
        }
        return query.isNull() ? null : PythonInteger.parse(query.isString() ? query.asString() : query.toString());
    }

    private static @Nullable Boolean flag(JsonNode row, String field) {
        return row.get(field).isNull() ? null : row.get(field).asBoolean();
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asString();
    }

    private static @Nullable String textOrNull(JsonNode row, String field) {
        return row.get(field).isNull() ? null : text(row, field);
    }

    private static Iterable<JsonNode> rows(String table) {
        return tables.get(table);
    }
}
