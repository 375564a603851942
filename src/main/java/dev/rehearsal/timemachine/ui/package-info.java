/** The time machine: what any test channel was at a time that is over, and what became of it since. */
@NullMarked
package dev.rehearsal.timemachine.ui;

import org.jspecify.annotations.NullMarked;
