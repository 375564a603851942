/** Channels as people see them: which test channel shows which live channel's staged state. */
@NullMarked
package dev.rehearsal.channel;

import org.jspecify.annotations.NullMarked;
