/** The screens of change sets, and what the forms of other screens share that end in one. */
@NullMarked
package dev.rehearsal.change.ui;

import org.jspecify.annotations.NullMarked;
