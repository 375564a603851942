/**
 * Compares what two servers answer to one request: whether that is the same, and what differs by kind and rule. Pure.
 */
@NullMarked
package dev.rehearsal.probe.comparison;

import org.jspecify.annotations.NullMarked;
