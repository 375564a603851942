/** Rows of required signoffs and of signoffs given, and their histories. */
@NullMarked
package dev.rehearsal.signoff.store;

import org.jspecify.annotations.NullMarked;
