package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleFloor;
import dev.rehearsal.approval.store.GateStore;
import org.springframework.stereotype.Component;

/** Keeps enough holders of a role for the gates that ask for their passes. */
@Component
class RequiredTesters implements RoleFloor {

    private final GateStore gates;

    RequiredTesters(GateStore gates) {
        this.gates = gates;
    }

    @Override
    public int requiredOf(Role role) {
        return gates.all().stream()
                .filter(gate -> gate.role().equals(role))
                .mapToInt(Gate::passesRequired)
                .max()
                .orElse(0);
    }
}
