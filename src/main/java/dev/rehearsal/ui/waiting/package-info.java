/** This screen shows what waits for the signed-in user. */
@NullMarked
package dev.rehearsal.ui.waiting;

import org.jspecify.annotations.NullMarked;
