/** What a channel showed at any time, step by step, and what became different between two times. */
@NullMarked
package dev.rehearsal.timemachine;

import org.jspecify.annotations.NullMarked;
