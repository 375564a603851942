/**
 * Staging, the pure core: live tables plus queued change sets make the staged tables, and a fingerprint proves what was
 * looked at.
 *
 * <p>Everything here is a function of its arguments. It answers "what will be live once the queue is enacted", row by row
 * and with the reason for each row.
 */
@NullMarked
package dev.rehearsal.staging;

import org.jspecify.annotations.NullMarked;
