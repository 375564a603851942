/**
 * Releases: what their blobs may hold, whether one is an update for a query, and the answer it renders.
 *
 * <p>The JSON of a blob is checked and compiled once; what is kept is small and renders without a parser.
 */
@NullMarked
package dev.rehearsal.release;

import org.jspecify.annotations.NullMarked;
