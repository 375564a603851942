/**
 * Tells people and other programs what concerns them, outside of Rehearsal: by e-mail, by webhooks, and by a feed for
 * each live channel. What is told is written together with what it tells, and sent later, by threads of its own.
 */
@NullMarked
package dev.rehearsal.notice;

import org.jspecify.annotations.NullMarked;
