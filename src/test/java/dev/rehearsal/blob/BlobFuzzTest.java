package dev.rehearsal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Share;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Damaged blobs: reading one never fails, and what is accepted is answered or refused like any other. */
class BlobFuzzTest {

    private static final String[] JUNK = {
        "null",
        "true",
        "-1",
        "0",
        "1.5",
        "1e400",
        "123456789012345678901234567890",
        "''",
        "'x'",
        "'*'",
        "'2019'",
        "'68.0'",
        "'%LOCALE%'",
        "'https://a.example/&'",
        "[]",
        "[null]",
        "['x']",
        "{}",
        "{'a': 1}",
        "{'alias': 'x'}",
        "{'for': {}}",
        "{'locales': {'de': {}}}"
    };
    private static final String[] FIELDS = {
        "name", "alias", "buildID", "locales", "completes", "partials", "complete", "partial", "for", "fields",
        "versions", "channels", "products", "blobs", "addons", "uninstall", "hashFunction", "", "a.b", "platforms"
    };

    private static final List<JsonNode> SAMPLES = new ArrayList<>();
    private static final Map<String, Blob> RELEASES = new HashMap<>();

    private final BlobReader reader = new BlobReader();

    @BeforeAll
    static void readSamples() throws IOException {
        for (Object[] release : DatasetBlobsTest.releases()) {
            SAMPLES.add((JsonNode) release[1]);
            RELEASES.put((String) release[0], BlobReader.compile((JsonNode) release[1]));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedBlobIsRefusedOrAnswered(long seed) {
        Random random = new Random(seed);
        JsonNode damaged = SAMPLES.get(random.nextInt(SAMPLES.size())).deepCopy();
        for (int i = random.nextInt(4); i >= 0; i--) {
            damage(damaged, random);
        }

        assertThat(BlobParts.of(BlobParts.split(damaged).byPath()).join()).isEqualTo(damaged);
        ReleaseName name = new ReleaseName(damaged.path("name").asString(""));
        for (BlobReadResult reading : List.of(reader.read(damaged), reader.readImported(name, damaged))) {
            switch (reading) {
                case BlobReadResult.Rejected(List<Problem> problems) ->
                    assertThat(problems).isNotEmpty();
                case BlobReadResult.Accepted(Blob blob, List<Problem> _) -> assertAnswered(blob, damaged, random);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, (long) (10_000 * Share.value()));
    }

    private static void assertAnswered(Blob blob, JsonNode json, Random random) {
        assertThat(blob.weight()).isPositive();
        assertThat(blob.fileUrls()).doesNotContainNull();
        assertThat(blob.references()).doesNotContainNull();
        for (int i = 0; i < 5; i++) {
            UpdateQuery query = query(json, random);
            Rendering rendering =
                    new Rendering(query, UpdateType.MINOR, BlobBuilder.releases(RELEASES), UrlPolicy.OPEN);
            assertThat(answered(() -> blob.offerTo(query))).isNotNull();
            assertThat(answered(() -> rendered(blob, rendering))).isNotNull();
            if (blob instanceof AppBlob app) {
                assertThat(References.of(app).buildIds()).isNotEmpty();
                assertThat(app.filesWithoutUrl(query.channel())).isNotNull();
            }
        }
    }

    /** Anything but the two exceptions that are promised fails the test. */
    private static Object answered(Supplier<Object> question) {
        try {
            return question.get();
        } catch (BadQueryException | UnanswerableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Object rendered(Blob blob, Rendering rendering) {
        StringBuilder out = new StringBuilder();
        switch (blob) {
            case GuardianBlob guardian -> out.append(guardian.json(rendering.query(), rendering.urls()));
            case SuperBlob superblob ->
                UpdateXml.append(
                        out,
                        superblob,
                        rendering,
                        RELEASES.values().stream()
                                .map(child -> new UpdateXml.Child(child, rendering))
                                .toList());
            case XmlBlob xml -> UpdateXml.append(out, xml, rendering);
        }
        return out.toString();
    }

    private static UpdateQuery query(JsonNode blob, Random random) {
        List<String> platforms = new ArrayList<>(List.of("WINNT_x86-msvc", "default", "x"));
        platforms.addAll(blob.path("platforms").propertyNames());
        return Answering.aClient()
                .atVersion(oneOf(random, "2.0.0.20", "3.5", "3.6.13", "60.0", "68.*", "135.0", "140.0", "x"))
                .withBuildId(oneOrNone(random, "20190705220548", "", "3"))
                .onBuildTarget(platforms.get(random.nextInt(platforms.size())))
                .inLocale(oneOrNone(random, "de", "en-US", "x"))
                .onChannel(oneOf(random, "release", "release-localtest", "nightly", "beta-cck-x"))
                .forced(Force.values()[random.nextInt(3)])
                .pinnedTo(random.nextBoolean() ? null : oneOrNone(random, "68.", "x"))
                .build();
    }

    private static String oneOf(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static @Nullable String oneOrNone(Random random, String... choices) {
        return random.nextInt(4) == 0 ? null : oneOf(random, choices);
    }

    private static void damage(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode junk = BlobBuilder.parse(oneOf(random, JUNK));
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> {
                List<String> keys = List.copyOf(object.propertyNames());
                String key = keys.isEmpty() ? "x" : keys.get(random.nextInt(keys.size()));
                switch (random.nextInt(4)) {
                    case 0 -> object.remove(key);
                    case 1 -> object.set(oneOf(random, FIELDS), junk);
                    default -> object.set(key, junk);
                }
            }
            case ArrayNode array -> array.add(junk);
            default -> throw new IllegalStateException("Only containers are collected");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.values().forEach(child -> collect(child, containers));
        }
    }
}
