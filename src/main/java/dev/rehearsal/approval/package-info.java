/** Approval says what must be signed and tested before a change goes live, and keeps what was: requirements, signoffs, gates and verdicts. */
@NullMarked
package dev.rehearsal.approval;

import org.jspecify.annotations.NullMarked;
