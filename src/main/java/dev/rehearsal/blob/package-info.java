/** Blobs, a part of the pure core, say what a release may hold, whether it is an update for a query, and which answer it renders. */
@NullMarked
package dev.rehearsal.blob;

import org.jspecify.annotations.NullMarked;
