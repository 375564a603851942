/** What was written, as people read it: all of it, and what became of one change set. */
@NullMarked
package dev.rehearsal.history.ui;

import org.jspecify.annotations.NullMarked;
