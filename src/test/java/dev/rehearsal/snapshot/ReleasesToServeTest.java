package dev.rehearsal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.BlobBuilder;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Which releases a node keeps in memory; beside those, Idle is there, which nothing names. */
class ReleasesToServeTest {

    private final TestDatabase database = TestDatabase.H2.emptied();

    ReleasesToServeTest() {
        database.admin(TestDatabase.WRITER);
        live(app("Idle"));
    }

    @Test
    void whatRulesMapToAndFallBackTo() {
        live(app("Mapped"), app("Fallback"), rule("Mapped", "Fallback", 10));

        assertThat(toServe()).containsExactly("Mapped", "Fallback");
    }

    @Test
    void whatRulesOfHighPriorityMapToComesFirst() {
        live(app("Low"), app("High"), rule("Low", null, 10), rule("High", null, 20));

        assertThat(toServe()).containsExactly("High", "Low");
    }

    @Test
    void whatPinsHoldClientsAt() {
        live(app("Pinned"), new Proposal.SetPin(pin(), new ReleaseName("Pinned")));

        assertThat(toServe()).containsExactly("Pinned");
    }

    @Test
    void theChildrenOfASuperblobAndTheSourcesOfPartials() {
        live(
                app("Source"),
                add(
                        "Child",
                        BlobBuilder.aRelease(9)
                                .with(
                                        "platforms/WINNT_x86_64-msvc/locales/de/partials",
                                        "[{'from': 'Source', 'filesize': 5, 'hashValue': 'abc'}]")
                                .with("fileUrls/*/partials", "{'Source': 'https://a.example/p'}")),
                add("Super", BlobBuilder.blob("{'schema_version': 4000, 'blobs': ['Child']}")),
                rule("Super", null, 10));

        assertThat(toServe()).containsExactly("Super", "Child", "Source");
    }

    @Test
    void whatOnlyATestChannelShowsAfterWhatIsLive() {
        live(app("Mapped"), rule("Mapped", null, 10));
        database.bean(ChangeSets.class)
                .schedule(
                        TestDatabase.WRITER,
                        "Queued",
                        TestClock.START.plus(Duration.ofDays(1)),
                        List.of(
                                app("Staged"),
                                new Proposal.EditRule(new RuleId(1), null, Map.of("mapping", "Staged"))));
        database.write(entry -> database.bean(ChannelMappings.class)
                .add(entry, new MappingProposal(null, "release", "release-cdntest", new Scope.WholeQueue())));

        assertThat(toServe()).containsExactly("Mapped", "Staged");
    }

    private List<String> toServe() {
        NodeState state = database.bean(SnapshotKeeper.class).refresh();
        Map<ContentHash, String> names = new HashMap<>();
        List<Tables> shown = new ArrayList<>(List.of(state.live()));
        for (ChannelMapping mapping : state.mappings()) {
            shown.add(state.stages().of(mapping).stage().staged());
        }
        for (Tables tables : shown) {
            for (Release release : tables.releases().values()) {
                names.put(release.content(), release.name().value());
            }
        }
        return ReleasesToServe.of(state, database.bean(StoredContents.class)).stream()
                .map(content -> String.valueOf(names.get(content)))
                .toList();
    }

    private void live(Proposal... changes) {
        database.bean(EnactmentService.class).enactAtOnce(TestDatabase.WRITER, "What is live", Arrays.asList(changes));
    }

    private static Proposal app(String name) {
        return add(name, BlobBuilder.aRelease(9));
    }

    private static Proposal add(String name, BlobBuilder blob) {
        return new Proposal.AddRelease(new ReleaseName(name), "Firefox", false, (ObjectNode)
                blob.with("name", "'" + name + "'").json());
    }

    private static Proposal rule(String mapping, @Nullable String fallback, int priority) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("product", "Firefox");
        fields.put("channel", "release");
        fields.put("mapping", mapping);
        fields.put("fallbackMapping", fallback);
        fields.put("priority", priority);
        fields.put("backgroundRate", 100);
        fields.put("update_type", "minor");
        return new Proposal.AddRule(fields);
    }

    private static Pins.Key pin() {
        return new Pins.Key("Firefox", "release", "121.");
    }
}
