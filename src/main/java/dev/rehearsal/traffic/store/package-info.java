/** Stores the rows of samples and lists. */
@NullMarked
package dev.rehearsal.traffic.store;

import org.jspecify.annotations.NullMarked;
