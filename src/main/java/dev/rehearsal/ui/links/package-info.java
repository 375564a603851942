/** Links are plain values, a path and a query: every screen links to every other without knowing its classes. */
@NullMarked
package dev.rehearsal.ui.links;

import org.jspecify.annotations.NullMarked;
