/** These stores keep the rows of the live tables and of their histories. */
@NullMarked
package dev.rehearsal.live.store;

import org.jspecify.annotations.NullMarked;
