/** This screen tells of the Balrog that is followed, and ends that. */
@NullMarked
package dev.rehearsal.ui.following;

import org.jspecify.annotations.NullMarked;
