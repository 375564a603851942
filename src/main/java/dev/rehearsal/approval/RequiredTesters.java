package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleFloor;
import dev.rehearsal.access.Shortage;
import dev.rehearsal.approval.store.GateStore;
import dev.rehearsal.approval.store.GuardRailStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps enough holders of a role for the gates that ask for their passes, and to pass over guard rails. */
@Component
class RequiredTesters implements RoleFloor {

    private final GateStore gates;
    private final GuardRailStore rails;
    private final boolean authorMaySign;

    RequiredTesters(
            GateStore gates,
            GuardRailStore rails,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        this.gates = gates;
        this.rails = rails;
        this.authorMaySign = authorMaySign;
    }

    @Override
    public List<Shortage> shortages(Collection<Person> people) {
        SignerSupply supply = new SignerSupply(people, authorMaySign);
        List<Shortage> shortages = new ArrayList<>();
        for (Gate gate : gates.all()) {
            supply.whyNot(gate.requirements(), SignerSupply.writersOf(gate.product()))
                    .ifPresent(why -> shortages.add(new Shortage(
                            "gate " + gate.id(), Set.of(gate.role()), "of gate %d %s".formatted(gate.id(), why))));
        }
        SignerSupply signers = SignerSupply.ofSigners(people, authorMaySign);
        for (GuardRail rail : rails.all()) {
            signers.whyNot(rail.requirements(), SignerSupply.writersOf(rail.product()))
                    .ifPresent(why -> shortages.add(new Shortage(
                            "guard rail " + rail.id(),
                            Set.of(rail.passedBy()),
                            "to pass over guard rail %d %s".formatted(rail.id(), why))));
        }
        return shortages;
    }

    @Override
    public int requiredOf(Role role) {
        boolean passesOver = rails.all().stream()
                .anyMatch(rail -> rail.blocks() && rail.passedBy().equals(role));
        return gates.all().stream()
                .filter(gate -> gate.role().equals(role))
                .mapToInt(Gate::passesRequired)
                .max()
                .orElse(passesOver ? 1 : 0);
    }
}
