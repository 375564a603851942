/** The review answers how each change set stands: its differences, what it waits for, what waits for whom, and what the viewer may do. */
@NullMarked
package dev.rehearsal.insight.review;

import org.jspecify.annotations.NullMarked;
