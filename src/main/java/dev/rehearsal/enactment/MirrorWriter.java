package dev.rehearsal.enactment;

import dev.rehearsal.access.MirroredPeople;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.PinnedReleases;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the live tables, what must be signed, who may do what, and the queue what a followed source shows. */
@Component
class MirrorWriter {

    private final Rules rules;
    private final Releases releases;
    private final PinnedReleases pins;
    private final EmergencyShutoffs shutoffs;
    private final RequiredSignoffs requirements;
    private final MirroredPeople people;
    private final MirroredReleases mirroredReleases;
    private final MirroredQueue queue;

    MirrorWriter(
            Rules rules,
            Releases releases,
            PinnedReleases pins,
            EmergencyShutoffs shutoffs,
            RequiredSignoffs requirements,
            MirroredPeople people,
            MirroredReleases mirroredReleases,
            MirroredQueue queue) {
        this.rules = rules;
        this.releases = releases;
        this.pins = pins;
        this.shutoffs = shutoffs;
        this.requirements = requirements;
        this.people = people;
        this.mirroredReleases = mirroredReleases;
        this.queue = queue;
    }

    /** Releases come before what names them, and go after it. */
    void apply(Write write, SourceTables source) {
        mirroredReleases.put(write, source);
        writePins(write, source.pins());
        writeRules(write, source.rules());
        mirroredReleases.removeOthers(write, source);
        writeShutoffs(write, source.shutoffs());
        if (source.kinds().contains(MirroredKind.REQUIREMENTS)) {
            writeRequirements(write, source);
        }
        if (source.kinds().contains(MirroredKind.PERMISSIONS)) {
            people.become(write, source.people());
        }
        queue.become(write, source);
    }

    /** What is in the queue is decided here from now on. */
    void release(Write write, Map<String, ChangeSetId> sets, String source) {
        queue.release(write, sets, source);
    }

    /** Returns the hash of what is mirrored. */
    String content(Set<MirroredKind> kinds) {
        SignoffPolicy policy = requirements.policy();
        return new MirroredContent(kinds)
                .rules(rules.all())
                .releases(releases.all())
                .pins(pins.all())
                .shutoffs(shutoffs.all())
                .requirements(policy.forChannels(), policy.forPermissions())
                .people(people.all())
                .hash();
    }

    private void writeRules(Write write, List<Rule> wanted) {
        Map<RuleId, Rule> known = byKey(rules.all(), Rule::id);
        List<Rule> added = new ArrayList<>();
        List<Rule> edited = new ArrayList<>();
        for (Rule rule : wanted) {
            Rule before = known.remove(rule.id());
            if (before == null) {
                added.add(rule);
            } else if (!before.equals(rule)) {
                edited.add(rule);
            }
        }
        rules.apply(write, known.keySet(), edited, added);
    }

    private void writePins(Write write, List<Pin> wanted) {
        Map<List<String>, Pin> known = byKey(pins.all(), pin -> List.of(pin.product(), pin.channel(), pin.version()));
        for (Pin pin : wanted) {
            Pin before = known.remove(List.of(pin.product(), pin.channel(), pin.version()));
            Pin after = before == null ? pin : pin.withIncarnation(before.incarnation());
            if (!after.equals(before)) {
                pins.set(write, after);
            }
        }
        known.values().forEach(gone -> pins.remove(write, gone));
    }

    private void writeShutoffs(Write write, List<Shutoff> wanted) {
        Set<Shutoff> known = new HashSet<>(shutoffs.all());
        Set<Shutoff> kept = new HashSet<>(wanted);
        known.stream().filter(shutoff -> !kept.contains(shutoff)).forEach(gone -> shutoffs.remove(write, gone));
        shutoffs.importAll(
                write,
                wanted.stream().filter(shutoff -> !known.contains(shutoff)).toList());
    }

    private void writeRequirements(Write write, SourceTables source) {
        SignoffPolicy policy = requirements.policy();
        var forChannels = byKey(policy.forChannels(), row -> List.of(row.product(), row.channel(), row.role()));
        var forPermissions = byKey(policy.forPermissions(), row -> List.<Object>of(row.product(), row.role()));
        requirements.importAll(
                write,
                source.requirements().stream()
                        .filter(row ->
                                !row.equals(forChannels.remove(List.of(row.product(), row.channel(), row.role()))))
                        .toList(),
                source.permissionRequirements().stream()
                        .filter(row -> !row.equals(forPermissions.remove(List.<Object>of(row.product(), row.role()))))
                        .toList());
        forChannels.values().forEach(gone -> requirements.remove(write, gone));
        forPermissions.values().forEach(gone -> requirements.remove(write, gone));
    }

    private static <K, R> Map<K, R> byKey(List<R> rows, Function<R, K> key) {
        return rows.stream().collect(Collectors.toMap(key, row -> row, (one, other) -> one, HashMap::new));
    }
}
