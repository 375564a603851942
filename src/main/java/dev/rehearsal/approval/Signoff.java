package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;

/** One person's consent to one change set, in one role. */
public record Signoff(Actor by, Role role, Instant at) {}
