/** The schedule answers what is to happen on each live channel, when, and what each set still waits for. */
@NullMarked
package dev.rehearsal.insight.schedule;

import org.jspecify.annotations.NullMarked;
