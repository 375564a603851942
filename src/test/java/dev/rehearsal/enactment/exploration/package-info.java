/**
 * The exploration of the decision: a small world whose acts ask the product's own pure code, gone through by machine, and a
 * monitor that knows the promise alone.
 */
@NullMarked
package dev.rehearsal.enactment.exploration;

import org.jspecify.annotations.NullMarked;
