/** The frame holds the layout, the menu and the components that all screens share. */
@NullMarked
package dev.rehearsal.ui.frame;

import org.jspecify.annotations.NullMarked;
