/** This screen shows pins, and changes them through change sets. */
@NullMarked
package dev.rehearsal.ui.pins;

import org.jspecify.annotations.NullMarked;
