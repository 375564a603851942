/** Rows of releases, of their parts and of the contents that parts share. */
@NullMarked
package dev.rehearsal.release.store;

import org.jspecify.annotations.NullMarked;
