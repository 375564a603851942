/** Problems are how services say no: in sentences that a person can act on, whether a screen or the API asked. */
@NullMarked
package dev.rehearsal.problem;

import org.jspecify.annotations.NullMarked;
