/** The screen of what changes need: signoffs and tests, by product and channel. */
@NullMarked
package dev.rehearsal.signoff.ui;

import org.jspecify.annotations.NullMarked;
