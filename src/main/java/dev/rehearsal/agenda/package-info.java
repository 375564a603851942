/** What is to happen on each live channel and when: the queue, with what each set still waits for. */
@NullMarked
package dev.rehearsal.agenda;

import org.jspecify.annotations.NullMarked;
