/** Rows of the shutoff table and its history. */
@NullMarked
package dev.rehearsal.shutoff.store;

import org.jspecify.annotations.NullMarked;
