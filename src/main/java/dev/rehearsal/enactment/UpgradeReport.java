package dev.rehearsal.enactment;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RoleFloor;
import dev.rehearsal.access.Shortage;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.staging.ProductChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Tells what an upgrade makes of what people have agreed to: asked on a copy, before anybody is surprised. Writes nothing. */
@Service
public class UpgradeReport {

    private static final int MOST_DISARMED = 1_000;

    private final ChangeQueue queue;
    private final ChangeSets changeSets;
    private final LiveTables live;
    private final ApprovalContextReader contexts;
    private final ReadinessCheck check;
    private final RefusedDirectEdits refused;
    private final People people;
    private final Gates gates;
    private final ObjectProvider<RoleFloor> floors;
    private final DatabaseClock clock;

    UpgradeReport(
            ChangeQueue queue,
            ChangeSets changeSets,
            LiveTables live,
            ApprovalContextReader contexts,
            ReadinessCheck check,
            RefusedDirectEdits refused,
            People people,
            Gates gates,
            ObjectProvider<RoleFloor> floors,
            DatabaseClock clock) {
        this.queue = queue;
        this.changeSets = changeSets;
        this.live = live;
        this.contexts = contexts;
        this.check = check;
        this.refused = refused;
        this.people = people;
        this.gates = gates;
        this.floors = floors;
        this.clock = clock;
    }

    /** Returns sentences under headings, in the order in which they should be read; nothing to tell is an empty list. */
    public Map<String, List<String>> sections() {
        Decision.Situation now =
                new Decision.Situation(live.inThisTransaction(), queue.pending(), contexts.read(), clock.now());
        List<String> lapsing = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        check.forecast(now.live(), now.queue(), now.context()).values().forEach(readiness -> {
            lapsing.addAll(lapsing(readiness));
            failed.addAll(failed(readiness));
        });
        Map<String, List<String>> sections = new LinkedHashMap<>();
        sections.put("Signoffs that lapse", lapsing);
        sections.put("Change sets that start disarmed", disarmed(now));
        sections.put("FAILs that block", failed);
        sections.put("Gates and requirements that nobody can meet", unmeetable(now));
        sections.put("Direct edits of the last 30 days that would be refused", refused(now));
        return sections;
    }

    private static List<String> lapsing(Readiness readiness) {
        return readiness.ballot().lapsed().stream()
                .map(lapsed -> "%s: the signoff of %s as %s %s"
                        .formatted(
                                named(readiness.inTurn().set()),
                                lapsed.signoff().by(),
                                lapsed.signoff().role(),
                                lapsed.reason()))
                .toList();
    }

    private static List<String> failed(Readiness readiness) {
        return readiness.gates().stream()
                .filter(finding -> finding.result() instanceof GateFinding.Failed)
                .map(finding -> named(readiness.inTurn().set()) + ": " + finding.sentence())
                .toList();
    }

    private List<String> disarmed(Decision.Situation now) {
        List<String> disarmed = new ArrayList<>();
        check.unfit(now)
                .forEach((set, obstacles) -> disarmed.add("%s: %s"
                        .formatted(
                                named(set),
                                obstacles.stream()
                                        .map(Obstacle::sentence)
                                        .distinct()
                                        .collect(Collectors.joining("; ")))));
        for (ChangeSet set : changeSets.inState("disarmed", MOST_DISARMED)) {
            if (set.state() instanceof ChangeSet.Disarmed(String reason, var _)) {
                disarmed.add("%s: %s".formatted(named(set), reason));
            }
        }
        return disarmed;
    }

    private List<String> unmeetable(Decision.Situation now) {
        List<Person> everybody = people.all();
        return Stream.concat(
                        floors.stream()
                                .flatMap(floor -> floor.shortages(everybody).stream())
                                .map(Shortage::sentence),
                        gates.untestable(now.context().mappings()).values().stream())
                .distinct()
                .toList();
    }

    private List<String> refused(Decision.Situation now) {
        List<String> told = new ArrayList<>();
        refused.of(now.live(), now.context(), now.at())
                .forEach((kind, found) -> told.add("%s: %d edits of %s, which decide what clients get of %s"
                        .formatted(kind.word(), found.edits(), some(found.rows()), channels(found.channels()))));
        return told;
    }

    private static String channels(Set<ProductChannel> channels) {
        return some(channels.stream().map(ProductChannel::toString).collect(Collectors.toSet()));
    }

    private static String some(Set<String> names) {
        List<String> first = names.stream().sorted().limit(5).toList();
        return String.join(", ", first) + (names.size() > first.size() ? " and " + (names.size() - 5) + " more" : "");
    }

    private static String named(ChangeSet set) {
        return "change set %s '%s'".formatted(set.id(), set.title());
    }
}
