package dev.rehearsal.enactment;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;

/** That a set went live although gates were closed, and why. */
public record BreakGlass(Actor by, String reason, Instant at) {}
