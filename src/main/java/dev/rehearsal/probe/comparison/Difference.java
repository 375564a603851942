package dev.rehearsal.probe.comparison;

import java.util.Set;

/**
 * Tells how two answers to one request differ.
 *
 * @param force with which of the two it was asked
 * @param kinds not empty, in the order of their declaration
 */
public record Difference(Force force, Set<Kind> kinds, ReplySummary left, ReplySummary right) {}
