package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;

/**
 * A person was enabled by another one to give roles, tokens and passwords: by a permission for that, or by a way in as
 * somebody. What they give may be meant by whoever enabled them.
 */
public record GivenPower(Actor to, Actor by, Instant at) {}
