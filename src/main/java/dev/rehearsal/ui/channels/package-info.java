/** This screen, the first that one sees, shows live channels with their test channels, and what comes when. */
@NullMarked
package dev.rehearsal.ui.channels;

import org.jspecify.annotations.NullMarked;
