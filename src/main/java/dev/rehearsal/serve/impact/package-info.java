/**
 * Measures what a population of requests gets in one state and in another: counted, with bounds, never rolled. Pure.
 */
@NullMarked
package dev.rehearsal.serve.impact;

import org.jspecify.annotations.NullMarked;
