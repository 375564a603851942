package dev.rehearsal.access;

import static dev.rehearsal.access.Action.CREATE;
import static dev.rehearsal.access.Action.DELETE;
import static dev.rehearsal.access.Action.ENACT;
import static dev.rehearsal.access.Action.MODIFY;
import static dev.rehearsal.access.Action.SET;
import static dev.rehearsal.access.Action.UNSET;
import static dev.rehearsal.access.Action.VIEW;

import dev.rehearsal.problem.WireNamed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Balrog's permissions, and after them three for what Balrog does not have. */
public enum PermissionName implements WireNamed {
    ADMIN(true),
    RULE(true, CREATE, MODIFY, DELETE),
    RELEASE(true, CREATE, MODIFY, DELETE),
    RELEASE_LOCALE(true, MODIFY),
    RELEASE_READ_ONLY(true, SET, UNSET),
    EMERGENCY_SHUTOFF(true, CREATE, DELETE),
    PINNABLE_RELEASE(true, CREATE, MODIFY, DELETE),
    REQUIRED_SIGNOFF(true, CREATE, MODIFY, DELETE),
    PERMISSION(false, CREATE, MODIFY, DELETE, VIEW),
    SCHEDULED_CHANGE(false, ENACT),
    /** Which test channel shows which live channel. */
    CHANNEL_MAPPING(true, CREATE, MODIFY, DELETE),
    /** What must be tested before it can go live. */
    GATE(true, CREATE, MODIFY, DELETE),
    /** To enact what no verdict covers, with a reason. */
    BREAK_GLASS(true);

    private final boolean narrowedByProduct;
    private final Set<Action> actions;

    PermissionName(boolean narrowedByProduct, Action... actions) {
        this.narrowedByProduct = narrowedByProduct;
        this.actions = actions.length == 0 ? Set.of() : Set.copyOf(EnumSet.copyOf(Arrays.asList(actions)));
    }

    /** Whether Balrog has it, too. */
    public boolean isOfBalrog() {
        return compareTo(CHANNEL_MAPPING) < 0;
    }

    /** Whether it can be held for some products only. */
    public boolean narrowedByProduct() {
        return narrowedByProduct;
    }

    /** Returns what its holder can do, told apart; empty where nothing is. */
    public Set<Action> actions() {
        return actions;
    }

    /** Whether it can be held for some actions only: Balrog asks for an action of pins and signoffs, but narrows by none. */
    public boolean narrowedByAction() {
        return !actions.isEmpty() && this != PINNABLE_RELEASE && this != REQUIRED_SIGNOFF;
    }

    public static Optional<PermissionName> named(String wireName) {
        return WireNamed.find(PermissionName.class, wireName);
    }
}
