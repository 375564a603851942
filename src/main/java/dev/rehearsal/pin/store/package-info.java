/** Rows of the pin table and its history. */
@NullMarked
package dev.rehearsal.pin.store;

import org.jspecify.annotations.NullMarked;
