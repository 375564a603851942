/**
 * Follows a running Balrog: reads what it shows over its own API, and keeps what is here the same until somebody takes
 * over.
 */
@NullMarked
package dev.rehearsal.mirror;

import org.jspecify.annotations.NullMarked;
