/** The screens of change sets: the queue and its history, and everything about one set. */
@NullMarked
package dev.rehearsal.change.ui;

import org.jspecify.annotations.NullMarked;
