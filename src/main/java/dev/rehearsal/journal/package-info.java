/**
 * One writer at a time, and who wrote what: every write goes through here, so that what was judged is what is applied
 * and nothing is changed without a trace.
 */
@NullMarked
package dev.rehearsal.journal;

import org.jspecify.annotations.NullMarked;
