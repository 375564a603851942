package dev.rehearsal.history.receipt;

import dev.rehearsal.history.PastStates;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes the statements of receipts: of what was kept at the moment of an enactment, and of what was live later. */
@Component
class Statements {

    /** What requests get is told of the present: who comes later than this cannot say it of the time that was meant. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final ReceiptAddress address;
    private final SeenTraffic traffic;
    private final StoredContents contents;
    private final PastStates past;
    private final SnapshotKeeper snapshots;

    Statements(
            ReceiptAddress address,
            SeenTraffic traffic,
            StoredContents contents,
            PastStates past,
            SnapshotKeeper snapshots) {
        this.address = address;
        this.traffic = traffic;
        this.contents = contents;
        this.past = past;
        this.snapshots = snapshots;
    }

    /** @param previous the SHA-256 of the statement before it; null for the first */
    record Place(long number, @Nullable String previous) {}

    byte[] ofEnactment(Place place, NewFacts told) {
        return Statement.json(
                SubjectFile.of(told).stream().map(SubjectFile::subject).toList(),
                ReceiptKind.ENACTED.predicateType(),
                chained(place, JsonMapper.shared().readValue(told.predicate(), FIELDS)));
    }

    /** @param first the receipt of the enactment */
    byte[] ofObservation(Place place, ReceiptKind kind, KeptFacts kept, Receipt first, Instant now) {
        Duration after = Objects.requireNonNull(kind.after());
        Instant then = kept.told().at().plus(after);
        Observation observation = new Observation(kept.told(), past.at(then).live(), contents);
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("timeVerified", EnactmentFacts.time(now));
        said.put("resourceUri", address.of("changes/" + kept.told().set()));
        said.put("of", named(first, kept.told().at()));
        said.put("after", after.toString());
        said.put("asOf", EnactmentFacts.time(then));
        said.putAll(observation.told());
        List<Map<String, @Nullable Object>> seen = now.isAfter(then.plus(LATE))
                ? List.of()
                : traffic.at(observation.places(), after, snapshots.current().live());
        said.put("traffic", seen.isEmpty() ? "no traffic known" : seen);
        return Statement.json(
                List.of(new Statement.Subject(SubjectFile.statementOf(first.number()), first.digest())),
                kind.predicateType(),
                chained(place, said));
    }

    private static Map<String, Object> named(Receipt first, Instant enactedAt) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("number", first.number());
        named.put("sha256", first.digest());
        named.put("enactedAt", EnactmentFacts.time(enactedAt));
        return named;
    }

    private Map<String, @Nullable Object> chained(Place place, Map<String, @Nullable Object> facts) {
        return Predicate.chained(address.installation(), place.number(), place.previous(), facts);
    }
}
