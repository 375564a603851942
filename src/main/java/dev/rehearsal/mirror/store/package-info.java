/** Stores what was fetched from a followed Balrog. */
@NullMarked
package dev.rehearsal.mirror.store;

import org.jspecify.annotations.NullMarked;
