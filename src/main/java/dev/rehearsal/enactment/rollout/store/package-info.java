/** Stores the rows of rollouts. */
@NullMarked
package dev.rehearsal.enactment.rollout.store;

import org.jspecify.annotations.NullMarked;
