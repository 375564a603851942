/**
 * Several nodes on one database, as processes that are killed, and several people on one change set, at the very same
 * moment. With {@code rehearsal.test.share} at 1 there are more of everything.
 */
@NullMarked
package dev.rehearsal.nodes;

import org.jspecify.annotations.NullMarked;
