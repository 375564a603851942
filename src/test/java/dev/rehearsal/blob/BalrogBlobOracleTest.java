package dev.rehearsal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Generated blobs and queries with what Balrog's own blob code made of them.
 *
 * <p>One line of {@code blobs.jsonl} is a blob ({@code main}), whether Balrog accepts it, the releases beside it, and
 * queries with the offer and the answer; {@code bad} is a 400, {@code crash} a 500, where ours may be better.
 */
class BalrogBlobOracleTest {

    private static final AllowList ALLOW_LIST =
            AllowList.read(BlobBuilder.parse("""
                    {'a.example': ['Firefox', 'OpenH264', 'SystemAddons', 'FirefoxVPN'],
                     'd.example': ['Firefox', 'Thunderbird'],
                     'b.example': {'/p[\\\\w/]*': ['Firefox'], '/.*': ['Thunderbird', 'OpenH264']},
                     'c.example': 'Firefox'}
                    """)).allowList();
    private static final List<String> SPECIAL_HOSTS = List.of("http://d.example", "https://a.example/sp");
    private static final String FAILED = "crash";
    private static final String ENDED = "would end the attribute";

    private static final Pattern WHOLE_LINE = Pattern.compile(" *<[/?]?\\w+( \\w+=\"[^\"<>\\p{Cntrl}]*\")*[/?]?>");

    private final BlobReader reader = new BlobReader();

    @ParameterizedTest(name = "line {0}")
    @MethodSource("lines")
    void theBlobIsTreatedAsInBalrog(int number, JsonNode line) {
        BlobReadResult reading = reader.read(line.path("main"));

        if (line.path("validation").asString().equals("rejected")) {
            assertThat(reading).as("line %d", number).isInstanceOf(BlobReadResult.Rejected.class);
        } else {
            switch (reading) {
                case BlobReadResult.Accepted accepted -> assertAnswers(accepted.blob(), line);
                case BlobReadResult.Rejected(List<Problem> problems) -> {
                    // Balrog lets a text end the attribute that it stands in; what was stored so answers all else.
                    assertThat(problems)
                            .as("line %d", number)
                            .extracting(Problem::sentence)
                            .allMatch(sentence -> sentence.contains(ENDED));
                    assertAnswers(BlobReader.compile(line.path("main")), line);
                }
            }
        }
    }

    private void assertAnswers(Blob blob, JsonNode line) {
        assertThat(!ALLOW_LIST.forbiddenUrls(blob, "Firefox").isEmpty())
                .isEqualTo(line.path("forbidden").asBoolean());
        Map<String, Blob> releases = new HashMap<>();
        line.path("releases")
                .properties()
                .forEach(release -> releases.put(release.getKey(), BlobReader.compile(release.getValue())));
        boolean breaksOut = breaksOut(line.path("main"))
                || line.path("releases").properties().stream().anyMatch(release -> breaksOut(release.getValue()));
        for (JsonNode ask : line.path("asks")) {
            UpdateQuery query = query(ask.path("query"));
            assertSame(ask.path("offer"), outcome("offer", () -> name(blob.offerTo(query))), false);
            assertSame(ask.path("answer"), answer(blob, ask, query, releases), breaksOut);
        }
    }

    /** Where Balrog failed, that ours did not is all that is asked for. What breaks out of Balrog's answer has no other. */
    private static void assertSame(JsonNode balrogs, Map.Entry<String, String> ours, boolean breaksOut) {
        if (balrogs.has(FAILED)) {
            return;
        }
        String kind = balrogs.propertyNames().iterator().next();
        Map.Entry<String, String> expected =
                Map.entry(kind, balrogs.iterator().next().asString());
        if (breaksOut && !ours.equals(expected)) {
            assertThat(kind.equals("bad") || expected.getValue().lines().anyMatch(BalrogBlobOracleTest::isBroken))
                    .as("more or less than one tag in a line of %s", expected.getValue())
                    .isTrue();
        } else {
            assertThat(ours).isEqualTo(expected);
        }
    }

    private static boolean isBroken(String line) {
        return !line.isBlank() && !WHOLE_LINE.matcher(line).matches();
    }

    private boolean breaksOut(JsonNode release) {
        return reader.read(release) instanceof BlobReadResult.Rejected(List<Problem> problems)
                && problems.stream().anyMatch(problem -> problem.sentence().contains(ENDED));
    }

    private static Map.Entry<String, String> answer(
            Blob blob, JsonNode ask, UpdateQuery query, Map<String, Blob> releases) {
        UrlPolicy urls = new UrlPolicy(ask.path("allow").asBoolean() ? ALLOW_LIST : null, SPECIAL_HOSTS);
        Rendering rendering =
                new Rendering(query, type(ask.path("type").asString()), BlobBuilder.releases(releases), urls);
        return switch (blob) {
            case GuardianBlob guardian -> outcome("json", () -> guardian.json(query, urls));
            case XmlBlob xml ->
                outcome("xml", () -> {
                    StringBuilder out = new StringBuilder();
                    if (ask.has("children")) {
                        UpdateXml.append(out, (SuperBlob) xml, rendering, children(ask, rendering, releases));
                    } else {
                        UpdateXml.append(out, xml, rendering);
                    }
                    return out.toString();
                });
        };
    }

    private static List<UpdateXml.Child> children(JsonNode ask, Rendering parent, Map<String, Blob> releases) {
        List<UpdateXml.Child> children = new ArrayList<>();
        for (JsonNode child : ask.path("children")) {
            UpdateQuery query = parent.query().withProduct(child.path(1).asString());
            Rendering rendering =
                    new Rendering(query, type(child.path(2).asString()), parent.releases(), parent.urls());
            Blob blob = Objects.requireNonNull(releases.get(child.path(0).asString()));
            children.add(new UpdateXml.Child(blob, rendering));
        }
        return children;
    }

    private static Map.Entry<String, String> outcome(String kind, Supplier<String> computed) {
        try {
            return Map.entry(kind, computed.get());
        } catch (BadQueryException e) {
            return Map.entry("bad", Objects.requireNonNull(e.getMessage()));
        } catch (UnanswerableException e) {
            return Map.entry(FAILED, Objects.requireNonNull(e.getMessage()));
        }
    }

    private static String name(Offer offer) {
        return switch (offer) {
            case Offer.Update _ -> "Yes";
            case Offer.BeyondPin _ -> "Maybe";
            case Offer.Nothing _ -> "No";
        };
    }

    private static UpdateQuery query(JsonNode json) {
        return Answering.aClient()
                .ofProduct(json.path("product").asString())
                .atVersion(json.path("version").asString())
                .withBuildId(json.path("buildID").asString())
                .onBuildTarget(json.path("buildTarget").asString())
                .inLocale(json.path("locale").asString())
                .onChannel(json.path("channel").asString())
                .pinnedTo(json.path("pin").asString(null))
                .forced(force(json.path("force").asString(null)))
                .build();
    }

    private static Force force(@Nullable String sent) {
        return sent == null ? Force.NONE : sent.equals("1") ? Force.MAIN : Force.FALLBACK;
    }

    private static UpdateType type(String name) {
        return UpdateType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    static List<Object[]> lines() throws IOException {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BalrogBlobOracleTest.class.getResourceAsStream("/oracle/blobs.jsonl")),
                StandardCharsets.UTF_8))) {
            List<Object[]> lines = new ArrayList<>();
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                lines.add(new Object[] {lines.size() + 1, CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8))});
            }
            return lines;
        }
    }
}
