/** These screens show change sets: the list, and everything about each of them. */
@NullMarked
package dev.rehearsal.ui.changes;

import org.jspecify.annotations.NullMarked;
