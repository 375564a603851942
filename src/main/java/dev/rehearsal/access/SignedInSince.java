package dev.rehearsal.access;

import java.io.Serializable;
import java.time.Instant;

/** When the person of a session has last shown that they know their password. */
record SignedInSince(Instant moment) implements Serializable {}
