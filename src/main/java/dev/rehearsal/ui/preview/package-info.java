/** These screens show rehearsed channels: which there are, and what each of them shows. */
@NullMarked
package dev.rehearsal.ui.preview;

import org.jspecify.annotations.NullMarked;
