/** Rows of verdicts, gates and served states. */
@NullMarked
package dev.rehearsal.verdict.store;

import org.jspecify.annotations.NullMarked;
