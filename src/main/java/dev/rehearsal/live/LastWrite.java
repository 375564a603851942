package dev.rehearsal.live;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;

/** The last write of a release: who wrote it, and when; of one that was removed, who did that. */
public record LastWrite(Actor by, Instant at, boolean removed) {}
