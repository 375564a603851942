/** Stores the rows of probes and their history. */
@NullMarked
package dev.rehearsal.probe.store;

import org.jspecify.annotations.NullMarked;
