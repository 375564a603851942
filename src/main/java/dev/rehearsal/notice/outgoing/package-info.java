/** Sends requests to other servers: to whom they may go, how they are signed, and how often they are tried. */
@NullMarked
package dev.rehearsal.notice.outgoing;

import org.jspecify.annotations.NullMarked;
