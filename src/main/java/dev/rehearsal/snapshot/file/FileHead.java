package dev.rehearsal.snapshot.file;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.snapshot.file.ServableState.TestChannel;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The head of a kept snapshot holds all of it but the contents of releases. A rule or a release stands in it once,
 * however many states share it: states name rows by their place.
 *
 * @param at when it was written, in milliseconds
 * @param states the live tables first, then those that test channels show
 */
record FileHead(
        SnapshotVersion version,
        long at,
        List<Rule> rules,
        List<Release> releases,
        List<State> states,
        List<Channel> channels,
        List<Shutoffs.Key> shutoffs,
        List<Content> contents) {

    /** Tables by the places of their rows. */
    record State(int[] rules, int[] releases, List<Pin> pins) {}

    record Pin(String product, String channel, String version, ReleaseName release, long incarnation) {}

    /** @param state the place of what it shows */
    record Channel(@Nullable String product, String liveChannel, String testChannel, int state) {}

    /**
     * Says where the content of a release stands in the file.
     *
     * @param hash SHA-256 of these bytes in hex
     */
    record Content(ContentHash content, long offset, int length, String hash) {}

    static FileHead of(ServableState state, long at, List<Content> contents) {
        Places<Rule> rules = new Places<>();
        Places<Release> releases = new Places<>();
        Places<Tables> states = new Places<>();
        List<State> rows = new ArrayList<>();
        List<Channel> channels = new ArrayList<>();
        states.of(state.live());
        for (TestChannel channel : state.testChannels()) {
            channels.add(new Channel(
                    channel.product(), channel.liveChannel(), channel.testChannel(), states.of(channel.staged())));
        }
        for (Tables tables : states.all()) {
            rows.add(new State(
                    tables.rules().values().stream().mapToInt(rules::of).toArray(),
                    tables.releases().values().stream().mapToInt(releases::of).toArray(),
                    pins(tables.pins())));
        }
        return new FileHead(
                state.version(),
                at,
                rules.all(),
                releases.all(),
                rows,
                channels,
                List.copyOf(state.shutoffs().stopped()),
                contents);
    }

    private static List<Pin> pins(Pins pins) {
        return pins.releases().entrySet().stream()
                .map(pin -> new Pin(
                        pin.getKey().product(),
                        pin.getKey().channel(),
                        pin.getKey().version(),
                        pin.getValue(),
                        pins.incarnation(pin.getKey())))
                .toList();
    }

    /** Compiles the rules of each state, as when they come from the database. */
    ServableState state() {
        List<Tables> tables = new ArrayList<>();
        for (State row : states) {
            tables.add(tables(
                    row,
                    tables.isEmpty() ? RuleSet.of(List.of()) : tables.getFirst().ruleSet()));
        }
        return new ServableState(
                version,
                tables.getFirst(),
                channels.stream()
                        .map(channel -> new TestChannel(
                                channel.product(),
                                channel.liveChannel(),
                                channel.testChannel(),
                                tables.get(channel.state())))
                        .toList(),
                new Shutoffs(Set.copyOf(shutoffs)));
    }

    /** @param reuse shares most of its rules: what is compiled once is not compiled again */
    private Tables tables(State state, RuleSet reuse) {
        Map<RuleId, Rule> rulesById = new HashMap<>();
        for (int place : state.rules()) {
            rulesById.put(rules.get(place).id(), rules.get(place));
        }
        Map<ReleaseName, Release> releasesByName = new HashMap<>();
        for (int place : state.releases()) {
            releasesByName.put(releases.get(place).name(), releases.get(place));
        }
        Map<Pins.Key, ReleaseName> pinned = new HashMap<>();
        Map<Pins.Key, Long> incarnations = new HashMap<>();
        for (Pin pin : state.pins()) {
            Pins.Key key = new Pins.Key(pin.product(), pin.channel(), pin.version());
            pinned.put(key, pin.release());
            incarnations.put(key, pin.incarnation());
        }
        return new Tables(
                rulesById, RuleSet.of(rulesById.values(), reuse), releasesByName, new Pins(pinned, incarnations));
    }

    /** Gives each thing a place when it is first seen. */
    private static final class Places<T> {

        private final Map<T, Integer> places = new LinkedHashMap<>();

        int of(T thing) {
            Integer known = places.putIfAbsent(thing, places.size());
            return known == null ? places.size() - 1 : known;
        }

        List<T> all() {
            return List.copyOf(places.keySet());
        }
    }
}
