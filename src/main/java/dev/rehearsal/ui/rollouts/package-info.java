/** These screens show rollouts: a list, one with its timeline, and the form that plans one. */
@NullMarked
package dev.rehearsal.ui.rollouts;

import org.jspecify.annotations.NullMarked;
