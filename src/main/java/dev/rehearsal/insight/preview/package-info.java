/** The preview answers what a test channel shows: the staged table, where each row comes from, and its fingerprint. */
@NullMarked
package dev.rehearsal.insight.preview;

import org.jspecify.annotations.NullMarked;
