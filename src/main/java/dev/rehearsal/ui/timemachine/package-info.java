/** The time machine shows what any test channel was at a time that is over, and what became of it since. */
@NullMarked
package dev.rehearsal.ui.timemachine;

import org.jspecify.annotations.NullMarked;
