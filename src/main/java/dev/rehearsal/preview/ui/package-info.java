/** The screens of rehearsed channels: which there are, and what each shows. */
@NullMarked
package dev.rehearsal.preview.ui;

import org.jspecify.annotations.NullMarked;
