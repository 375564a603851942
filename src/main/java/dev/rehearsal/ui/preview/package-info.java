/** This screen shows a test channel as its testers see it, and what its parts are; the time machine shows a past one with them. */
@NullMarked
package dev.rehearsal.ui.preview;

import org.jspecify.annotations.NullMarked;
