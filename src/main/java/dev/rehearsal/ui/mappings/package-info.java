/** This screen shows and changes channel mappings: which test channel shows which live channel. */
@NullMarked
package dev.rehearsal.ui.mappings;

import org.jspecify.annotations.NullMarked;
