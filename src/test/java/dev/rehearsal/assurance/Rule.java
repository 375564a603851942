package dev.rehearsal.assurance;

/** One that is live, or that a set adds. */
record Rule(long id) {}
