package dev.rehearsal.enactment;

import dev.rehearsal.access.GivenPowers;
import dev.rehearsal.access.People;
import dev.rehearsal.approval.Comments;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.RowTables;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.EmergencyShutoffs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what judging needs, as the caller's transaction sees it. */
@Component
public class ApprovalContextReader {

    private final People people;
    private final RequiredSignoffs requirements;
    private final Gates gates;
    private final GuardRails rails;
    private final FreezeWindows windows;
    private final ChannelMappings mappings;
    private final EmergencyShutoffs shutoffs;
    private final Signoffs signoffs;
    private final Comments comments;
    private final PlanHolds holds;
    private final GivenPowers powers;
    private final RowTables tables;
    private final DatabaseClock clock;

    ApprovalContextReader(
            People people,
            RequiredSignoffs requirements,
            Gates gates,
            GuardRails rails,
            FreezeWindows windows,
            ChannelMappings mappings,
            EmergencyShutoffs shutoffs,
            Signoffs signoffs,
            Comments comments,
            PlanHolds holds,
            GivenPowers powers,
            RowTables tables,
            DatabaseClock clock) {
        this.people = people;
        this.requirements = requirements;
        this.gates = gates;
        this.rails = rails;
        this.windows = windows;
        this.mappings = mappings;
        this.shutoffs = shutoffs;
        this.signoffs = signoffs;
        this.comments = comments;
        this.holds = holds;
        this.powers = powers;
        this.tables = tables;
        this.clock = clock;
    }

    public ApprovalContext read() {
        Instant now = clock.now();
        return new ApprovalContext(
                ApprovalContext.byName(people.everybody()),
                requirements.policy(),
                gates.all(),
                rails.all(),
                mappings.all(),
                shutoffs.all(),
                signoffs.ofOpenSets(),
                guardHistory(now),
                windows.around(now),
                others(),
                comments.requestsOfOpenSets(),
                holds.held());
    }

    private GuardHistory guardHistory(Instant now) {
        return new GuardHistory(requirements.firstGuarded(), now, powers.givenAfter(now.minus(GuardHistory.LATELY)));
    }

    private Map<RowKind<?>, List<?>> others() {
        Map<RowKind<?>, List<?>> others = new HashMap<>();
        for (RowKind<?> kind : RowKinds.ALL) {
            if (!ApprovalContext.decides(kind)) {
                others.put(kind, tables.of(kind).all());
            }
        }
        return others;
    }
}
