/**
 * What people look at before they sign and test: how each set stands, what waits for whom, and their verdicts on what a
 * test channel serves.
 */
@NullMarked
package dev.rehearsal.review;

import org.jspecify.annotations.NullMarked;
