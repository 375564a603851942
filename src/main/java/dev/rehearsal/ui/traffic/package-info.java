/** This screen shows what clients ask: how much on which channel, and lists that stand for the sample. */
@NullMarked
package dev.rehearsal.ui.traffic;

import org.jspecify.annotations.NullMarked;
