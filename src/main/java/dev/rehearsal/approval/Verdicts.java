package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.store.ServedStateStore;
import dev.rehearsal.approval.store.VerdictStore;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The verdicts on what was tested, and the record of what was live: the evidence that gates ask for. */
@Service
public class Verdicts implements GateCheck.Evidence {

    private final VerdictStore verdicts;
    private final ServedStateStore served;
    private final DatabaseClock databaseClock;
    private final Duration goingBack;
    private final @Nullable Duration expireAfter;

    Verdicts(
            VerdictStore verdicts,
            ServedStateStore served,
            DatabaseClock databaseClock,
            @Value("${rehearsal.gates.going-back:30d}") Duration goingBack,
            @Value("${rehearsal.verdict.expires-after:#{null}}") @Nullable Duration expireAfter) {
        this.verdicts = verdicts;
        this.served = served;
        this.databaseClock = databaseClock;
        this.goingBack = goingBack;
        this.expireAfter = expireAfter;
    }

    @Override
    public List<Verdict> verdictsOn(TestedState state) {
        return verdicts.on(state);
    }

    @Override
    public boolean servedLately(TestedState state) {
        return served.servedSince(state, databaseClock.now().minus(goingBack));
    }

    /** Returns from when on {@link #servedLately} says something else of any state although nothing is written. */
    public Instant nextChangeByTime() {
        Instant byServing = served.firstEndSince(databaseClock.now().minus(goingBack))
                .map(end -> end.plus(goingBack).plusMillis(1))
                .orElse(Instant.MAX);
        Instant byAge = expireAfter == null
                ? Instant.MAX
                : verdicts.firstPassSince(passesCountSince())
                        .map(given -> given.plus(expireAfter).plusMillis(1))
                        .orElse(Instant.MAX);
        return byAge.isBefore(byServing) ? byAge : byServing;
    }

    @Override
    public Instant passesCountSince() {
        return expireAfter == null ? Instant.MIN : databaseClock.now().minus(expireAfter);
    }

    @Override
    public GateCheck.Evidence on(Collection<TestedState> states) {
        Set<TestedState> asked = Set.copyOf(states);
        return asked.isEmpty()
                ? new KnownEvidence(Map.of(), Set.of(), passesCountSince())
                : new KnownEvidence(
                        verdicts.on(asked),
                        served.servedSince(asked, databaseClock.now().minus(goingBack)),
                        passesCountSince());
    }

    /** The latest first; null for any. */
    public List<Verdict> latest(@Nullable String testChannel, @Nullable String product, int most) {
        return latest(testChannel, product, 0, most);
    }

    /** Reads the latest verdicts but for the very latest {@code offset}. */
    public List<Verdict> latest(@Nullable String testChannel, @Nullable String product, long offset, int most) {
        return verdicts.latest(testChannel, product, offset, most);
    }

    /** Returns how many {@link #latest} could give. */
    public long count(@Nullable String testChannel, @Nullable String product) {
        return verdicts.count(testChannel, product);
    }

    /** Everything with this fingerprint that was judged or live, the latest first. */
    public List<TestedState> statesWith(Fingerprint fingerprint) {
        Set<TestedState> states = new LinkedHashSet<>(verdicts.statesWith(fingerprint));
        states.addAll(served.statesWith(fingerprint));
        return List.copyOf(states);
    }

    /** Returns when a live channel served it; empty if that was never noted. */
    public Optional<ServedSpan> served(TestedState state) {
        return served.find(state);
    }

    /** The latest verdict of each person on any state of a product on a live channel. */
    public List<Verdict> lastWords(String product, String liveChannel) {
        return verdicts.lastWords(product, liveChannel);
    }

    /**
     * Records a verdict; whoever calls this has made sure, under the lock of this entry, that the test channel serves
     * just this.
     */
    public Verdict record(
            Write write, TestedState state, String testChannel, Outcome outcome, @Nullable String note, Person by) {
        return verdicts.insert(write, state, testChannel, outcome, note, by);
    }

    /** All that was ever given, in the order in which it was. */
    public List<Verdict> all() {
        return verdicts.all();
    }

    /** A verdict that was given elsewhere; its own number says nothing. */
    public void importOne(Verdict verdict) {
        verdicts.insert(verdict);
    }

    /** Returns the products and live channels of which a state is noted as live: it is to be ended with the next change. */
    public Set<ProductChannel> followed() {
        return served.followed();
    }

    /** From now on the channel serves another state, and nobody asks which. */
    public void servedNoMore(Write write, TestedState before) {
        served.endAllBut(before);
        served.end(before, write.at());
    }

    /**
     * From now on the channel serves one state instead of another.
     *
     * @param untested whether gates were passed over for it: nobody goes back to a state that only this made live
     */
    public void nowServed(Write write, TestedState before, TestedState after, boolean untested) {
        servedNoMore(write, before);
        served.begin(after, write.at(), untested);
    }
}
