/** This package says in words why two fingerprints differ: which state is behind each, and which rules, pins and parts of releases differ. */
@NullMarked
package dev.rehearsal.insight.fingerprint;

import org.jspecify.annotations.NullMarked;
