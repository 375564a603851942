package dev.rehearsal.staging;

import dev.rehearsal.blob.AllowList;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Answer;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.serve.Snapshot;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the update path answers in a state, on a live channel or on a test channel that shows it. */
final class Answers {

    /** So that it matters for which product a file is asked. */
    private static final UrlPolicy POLICY = new UrlPolicy(
            AllowList.read(JsonMapper.shared().readTree("""
                    {"files.example": ["Firefox", "Thunderbird", "Guardian"], "plug.example": ["Firefox", "OpenH264"],
                     "download.example": ["Firefox"], "vpn.example": ["Guardian"]}
                    """)).allowList(), List.of("https://files.example/1"));

    /** On each side of the background rates that there are: 0, 50 and 100 %. */
    private static final List<Integer> ROLLS = List.of(0, 60);

    private final InMemoryContents contents;

    Answers(InMemoryContents contents) {
        this.contents = contents;
    }

    /** Status, kind and body, as text: without which rule decided, and with each way that the dice can fall. */
    List<String> onLiveChannel(Tables tables, UpdateQuery query) {
        Snapshot snapshot = new Shown(served(tables), null);
        return ROLLS.stream()
                .map(roll -> answer(snapshot, query, () -> roll))
                .map(answer -> answer.status() + " " + answer.mediaType() + " " + answer.body())
                .toList();
    }

    /** As it is, the deciding rule and its data version included. */
    Answer onTestChannel(Tables shown, String live, UpdateQuery query) {
        return answer(new Shown(served(shown), new Mapped(live, served(shown), "")), query, () -> {
            throw new AssertionError("a test channel rolls no dice");
        });
    }

    private static Answer answer(Snapshot snapshot, UpdateQuery query, IntSupplier roll) {
        Format format = query.product().equals("Guardian") ? Format.JSON : Format.XML;
        return new UpdateAnswers(POLICY, true, roll).answer(snapshot, new Evaluate(query, format));
    }

    private ServedState served(Tables tables) {
        return new ServedState(tables.ruleSet(), tables.releases(), tables.pins(), contents);
    }

    private record Shown(ServedState live, @Nullable TestChannel mapped) implements Snapshot {

        @Override
        public long version() {
            return 1;
        }

        @Override
        public Shutoffs shutoffs() {
            return new Shutoffs(Set.of());
        }

        @Override
        public @Nullable TestChannel testChannel(String product, String channel) {
            return mapped;
        }
    }

    private record Mapped(String liveChannel, ServedState state, String fingerprint) implements Snapshot.TestChannel {}
}
