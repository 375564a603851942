/** Releases that hold back clients which are pinned to a version. */
@NullMarked
package dev.rehearsal.pin;

import org.jspecify.annotations.NullMarked;
