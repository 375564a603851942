/**
 * Why two fingerprints differ, in words: which state is behind each, and which rules, pins and parts of releases make the
 * difference. So a verdict that does not count any more says why, and a gate says what its testers saw instead.
 */
@NullMarked
package dev.rehearsal.explain;

import org.jspecify.annotations.NullMarked;
