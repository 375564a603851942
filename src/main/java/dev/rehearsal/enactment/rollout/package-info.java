/**
 * Moves rollouts: one plan for a release that comes to clients step by step, what lets each step go, and what stops it.
 */
@NullMarked
package dev.rehearsal.enactment.rollout;

import org.jspecify.annotations.NullMarked;
