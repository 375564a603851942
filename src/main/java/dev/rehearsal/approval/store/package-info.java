/** These stores keep the rows of required signoffs, signoffs, gates, verdicts and served states, with their histories. */
@NullMarked
package dev.rehearsal.approval.store;

import org.jspecify.annotations.NullMarked;
