/** Draws shares of requests, and says them in words, for the screens that show them. */
@NullMarked
package dev.rehearsal.ui.shares;

import org.jspecify.annotations.NullMarked;
