package dev.rehearsal.probe;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.probe.SuiteRun.OnTestChannel;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Asks probes of states, with the code that answers clients. Each is asked as a client of the live channel asks, of live
 * and of staged tables alike, so that a test channel is judged by what its live channel would answer. As a fingerprint,
 * this knows no shutoffs; the dice fall as on a test channel.
 */
@Service
public class ProbeService {

    private final UpdateAnswers answers;
    private final ReleaseContents contents;
    private final Clock clock;
    private final AtomicReference<@Nullable SuiteRun> latest = new AtomicReference<>();

    ProbeService(UpdateAnswers answers, ReleaseContents contents, Clock clock) {
        this.answers = answers;
        this.contents = contents;
        this.clock = clock;
    }

    /** Asks one state; in the order of the suite. Progress is told after each probe. */
    public List<ProbeResult> ask(Tables state, List<Probe> suite, Progress progress) {
        ServedState served = ServedState.of(state, contents);
        List<ProbeResult> results = new ArrayList<>();
        for (Probe probe : suite) {
            results.add(ask(served, probe));
            progress.made(results.size(), suite.size());
        }
        return List.copyOf(results);
    }

    private ProbeResult ask(ServedState served, Probe probe) {
        return new ProbeResult(
                probe, answers.decide(served, AskedUrl.of(probe.url()).read()));
    }

    /**
     * Asks what is live and what each test channel shows.
     *
     * @param through shows the queue up to this set, whatever the mappings' scopes; null for the scopes
     * @throws RefusedException if that set is not pending
     */
    public SuiteRun run(NodeState state, List<Probe> suite, @Nullable ChangeSetId through, Progress progress) {
        if (through != null && state.pending(through).isEmpty()) {
            throw RefusedException.notFound(
                    "change set " + through + " is not pending, so nothing can be asked through it");
        }
        Set<Place> places = new LinkedHashSet<>();
        suite.forEach(probe -> places.add(new Place(probe.product(), probe.channel())));
        List<Target> targets =
                places.stream().flatMap(place -> targets(state, place).stream()).toList();
        int all = suite.size()
                + targets.stream().mapToInt(target -> target.in(suite).size()).sum();
        int done = suite.size();
        List<ProbeResult> live = ask(state.live(), suite, (made, ofThese) -> progress.made(made, all));
        List<OnTestChannel> staged = new ArrayList<>();
        for (Target target : targets) {
            int before = done;
            List<Probe> own = target.in(suite);
            staged.add(ask(state, target, own, through, (made, ofThese) -> progress.made(before + made, all)));
            done += own.size();
        }
        return new SuiteRun(state.version(), clock.instant(), live, List.copyOf(staged));
    }

    /** Runs the probes of all scopes; the run is remembered on this node as the latest run. */
    public SuiteRun runAll(NodeState state, List<Probe> all, Progress progress) {
        SuiteRun run = run(state, all, null, progress);
        latest.set(run);
        return run;
    }

    /** Since this node was started; empty if nobody has run all probes. */
    public Optional<SuiteRun> latest() {
        return Optional.ofNullable(latest.get());
    }

    private record Place(String product, String liveChannel) {}

    private record Target(ChannelMapping mapping, String product) {

        List<Probe> in(List<Probe> suite) {
            return suite.stream()
                    .filter(probe -> probe.isFor(product, mapping.liveChannel()))
                    .toList();
        }
    }

    private static List<Target> targets(NodeState state, Place place) {
        return state.mappings().stream()
                .filter(mapping -> mapping.liveChannel().equals(place.liveChannel()))
                .filter(mapping -> state.mapping(place.product(), mapping.testChannel())
                        .filter(mapping::equals)
                        .isPresent())
                .map(mapping -> new Target(mapping, place.product()))
                .toList();
    }

    private OnTestChannel ask(
            NodeState state, Target target, List<Probe> own, @Nullable ChangeSetId through, Progress progress) {
        ChannelMapping mapping = target.mapping();
        Scope scope = through == null ? mapping.scope() : new Scope.UpTo(through);
        Tables staged = state.stages()
                .of(scope, mapping.product(), mapping.liveChannel())
                .stage()
                .staged();
        return new OnTestChannel(
                mapping,
                target.product(),
                Fingerprint.of(staged, contents, target.product(), mapping.liveChannel()),
                ask(staged, own, progress));
    }
}
