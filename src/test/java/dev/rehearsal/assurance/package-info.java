/** Attacks on the promise that what goes live was agreed to, as it is, by everyone who must agree; all over HTTP. */
@NullMarked
package dev.rehearsal.assurance;

import org.jspecify.annotations.NullMarked;
