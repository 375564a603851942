/**
 * Problems are how services say no: in sentences that a person can act on, whether a screen or the API asked. Beside them
 * stands what every floor says in one way: the names of constants, times, and text that is fit to be shown.
 */
@NullMarked
package dev.rehearsal.problem;

import org.jspecify.annotations.NullMarked;
