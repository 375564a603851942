/**
 * Who must sign a change before it goes live: the policy as pure arithmetic, the requirements that it is computed from,
 * and the signoffs that were given.
 */
@NullMarked
package dev.rehearsal.signoff;

import org.jspecify.annotations.NullMarked;
