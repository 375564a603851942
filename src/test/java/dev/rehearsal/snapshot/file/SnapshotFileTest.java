package dev.rehearsal.snapshot.file;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.BlobReader;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateType;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.snapshot.file.ServableState.TestChannel;
import dev.rehearsal.staging.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One rule with everything set, one that is staged, a release, a pin, a shutoff and two test channels. */
class SnapshotFileTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final JsonNode BLOB = BlobBuilder.aRelease(9).json();
    private static final ContentHash CONTENT = CanonicalJson.hash(BLOB);
    private static final Rule FULL = new Rule(
            new RuleId(7),
            "alias",
            90,
            new ReleaseName("F-1"),
            new ReleaseName("F-0"),
            25,
            UpdateType.MAJOR,
            "Firefox",
            "<38.0",
            "release*",
            "WINNT_x86-msvc",
            "<2026",
            "de,fr",
            "Windows&&NT",
            ">1024",
            "SSE2",
            true,
            false,
            "default",
            "1",
            "Intel",
            "a comment",
            3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<ContentHash> asked = new ArrayList<>();

    @Test
    void givesBackWhatWasWritten() throws Exception {
        ServableState state = state(1);
        write(file(), state);

        KeptSnapshot kept = file().read();

        assertThat(kept.state().version()).isEqualTo(state.version());
        assertThat(kept.state().shutoffs()).isEqualTo(state.shutoffs());
        assertSameRows(kept.state().live(), state.live());
        assertThat(kept.state().testChannels()).hasSize(2);
        TestChannel mapped = kept.state().testChannels().getFirst();
        assertThat(mapped.product()).isEqualTo("Firefox");
        assertThat(mapped.liveChannel()).isEqualTo("release");
        assertSameRows(mapped.staged(), state.testChannels().getFirst().staged());
        assertThat(kept.state().testChannels().getLast().staged())
                .isSameAs(kept.state().live());
        assertThat(kept.contents().blob(CONTENT).name())
                .isEqualTo(BlobReader.compile(BLOB).name());
        assertThat(kept.confirmed()).isEqualTo(NOW);
    }

    @Test
    void knowsWhenItStillHeld() throws Exception {
        SnapshotFile file = file();
        write(file, state(1));

        file.confirm(NOW.plusSeconds(90));

        assertThat(file().read().confirmed()).isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void refusesAFileOfWhichAnyByteIsAnother() throws Exception {
        write(file(), state(1));
        byte[] whole = Files.readAllBytes(path());

        for (int place = 0; place < whole.length; place += 7) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x10;
            Files.write(path(), damaged);
            assertRefused("damaged", "format");
        }
    }

    @Test
    void refusesAFileThatWasCutShort() throws Exception {
        write(file(), state(1));
        byte[] whole = Files.readAllBytes(path());

        for (int length = 0; length < whole.length; length += 11) {
            Files.write(path(), Arrays.copyOf(whole, length));
            assertRefused("damaged");
        }
    }

    @Test
    void refusesAnotherFormatAndSaysWhich() throws Exception {
        Files.writeString(path(), "rehearsal-snapshot 2\nwhatever");

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(SnapshotFileException.class)
                .hasMessageEndingWith("has format 2, of which this version of Rehearsal reads 1.");
    }

    @Test
    void refusesAWholeFileWithRowsOfAnotherShape() throws Exception {
        write(file(), state(1));
        rewriteHead(head -> head.replace("\"backgroundRate\":", "\"rateOfLater\":"));

        assertRefused("was written by another version");
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 400})
    void writesNothingThatIsTooLarge(long largest) throws Exception {
        write(file(), state(1));
        byte[] before = Files.readAllBytes(path());

        assertThatThrownBy(() -> write(new SnapshotFile(path(), largest), state(2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("-Xmx");

        assertThat(Files.readAllBytes(path())).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path());
        }
    }

    @Test
    void takesAContentThatItHasFromTheLastFile() throws Exception {
        SnapshotFile file = file();
        write(file, state(1));
        write(file, state(2));

        assertThat(asked).hasSize(1);
        assertThat(file().read().contents().blob(CONTENT).name())
                .isEqualTo(BlobReader.compile(BLOB).name());
    }

    @Test
    void doesNotTakeAContentThatTheDiskHasChanged() throws Exception {
        SnapshotFile file = file();
        write(file, state(1));
        byte[] bytes = Files.readAllBytes(path());
        bytes[60] ^= 1;
        Files.write(path(), bytes);

        write(file, state(2));

        assertThat(asked).hasSize(2);
        assertThat(file().read().state().version().version()).isEqualTo(2);
    }

    private void write(SnapshotFile file, ServableState state) throws IOException {
        file.write(state, NOW, Set.of(CONTENT), content -> {
            asked.add(content);
            return Optional.of(BLOB.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private void assertRefused(String... reasons) {
        assertThatThrownBy(() -> file().read())
                .isInstanceOfSatisfying(
                        SnapshotFileException.class,
                        refused -> assertThat(reasons)
                                .anySatisfy(reason -> assertThat(refused).hasMessageContaining(reason)));
    }

    /** Packs another head, with a checksum that is right. */
    private void rewriteHead(UnaryOperator<String> change) throws Exception {
        byte[] whole = Files.readAllBytes(path());
        int end = whole.length - 40;
        int start = (int) ByteBuffer.wrap(whole, end, 8).getLong();
        String head = new String(SnapshotFile.unpacked(whole, start, end - start), StandardCharsets.UTF_8);
        try (DigestedFile out = new DigestedFile(path(), Long.MAX_VALUE)) {
            out.write(Arrays.copyOf(whole, start));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(change.apply(head).getBytes(StandardCharsets.UTF_8));
            }
            out.write(packed.toByteArray());
            out.write(ByteBuffer.allocate(8).putLong(start).array());
            out.end();
        }
    }

    private Path path() {
        return folder.resolve("kept");
    }

    private SnapshotFile file() {
        return new SnapshotFile(path(), Duration.ofDays(1).toMillis());
    }

    private static void assertSameRows(Tables found, Tables expected) {
        assertThat(found.rules()).isEqualTo(expected.rules());
        assertThat(found.ruleSet().inOrder()).isEqualTo(expected.ruleSet().inOrder());
        assertThat(found.releases()).isEqualTo(expected.releases());
        assertThat(found.pins()).isEqualTo(expected.pins());
    }

    private static ServableState state(long version) {
        Tables live = tables(FULL);
        Tables staged = tables(FULL, aRule().withId(8).forChannel("release").build());
        return new ServableState(
                new SnapshotVersion(version, version, -5, 6),
                live,
                List.of(
                        new TestChannel("Firefox", "release", "release-cdntest", staged),
                        new TestChannel(null, "beta", "beta-cdntest", live)),
                new Shutoffs(Set.of(new Shutoffs.Key("Fenix", "beta"))));
    }

    private static Tables tables(Rule... rules) {
        Map<RuleId, Rule> byId = new HashMap<>();
        for (Rule rule : rules) {
            byId.put(rule.id(), rule);
        }
        Release release = new Release(new ReleaseName("F-1"), "Firefox", true, 4, CONTENT, 99);
        Pins.Key pin = new Pins.Key("Firefox", "release", "102.");
        return Tables.of(
                byId, Map.of(release.name(), release), new Pins(Map.of(pin, new ReleaseName("F-1")), Map.of(pin, 12L)));
    }
}
