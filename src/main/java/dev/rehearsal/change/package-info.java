/** Change sets: what shall change, when, and what became of it. */
@NullMarked
package dev.rehearsal.change;

import org.jspecify.annotations.NullMarked;
