/** How findings look, wherever they stand: on the preview, at a set, and before it is saved. */
@NullMarked
package dev.rehearsal.finding.ui;

import org.jspecify.annotations.NullMarked;
