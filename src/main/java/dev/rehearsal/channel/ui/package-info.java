/** The screen of channel mappings: which test channel shows which live channel. */
@NullMarked
package dev.rehearsal.channel.ui;

import org.jspecify.annotations.NullMarked;
