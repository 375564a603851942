/** The time machine answers what a channel showed at any time, step by step, and what differs between two times. */
@NullMarked
package dev.rehearsal.insight.timemachine;

import org.jspecify.annotations.NullMarked;
