/** The screen of what waits for whoever looks. */
@NullMarked
package dev.rehearsal.review.ui;

import org.jspecify.annotations.NullMarked;
