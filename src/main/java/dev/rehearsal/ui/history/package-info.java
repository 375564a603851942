/** These screens show what was written: all of it, and what became of one change set. */
@NullMarked
package dev.rehearsal.ui.history;

import org.jspecify.annotations.NullMarked;
