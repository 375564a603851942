/**
 * Approval says what must be signed and tested before a change goes live, and keeps what was: requirements, signoffs,
 * gates, verdicts, guard rails, freezes, and what people say to sets.
 */
@NullMarked
package dev.rehearsal.approval;

import org.jspecify.annotations.NullMarked;
