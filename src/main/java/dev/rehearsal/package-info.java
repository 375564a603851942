/** Rehearsal: an update-rules server whose test channels are computed from live rules and queued changes. */
@NullMarked
package dev.rehearsal;

import org.jspecify.annotations.NullMarked;
