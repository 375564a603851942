/** The dialog that finds everything, and what it finds that no other feature's screens register. */
@NullMarked
package dev.rehearsal.search.ui;

import org.jspecify.annotations.NullMarked;
