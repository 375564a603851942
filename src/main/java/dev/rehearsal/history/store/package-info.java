/** Reads history tables, whichever feature writes them. */
@NullMarked
package dev.rehearsal.history.store;

import org.jspecify.annotations.NullMarked;
