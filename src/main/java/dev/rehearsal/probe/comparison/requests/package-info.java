/** Reads update requests out of access logs and lists. */
@NullMarked
package dev.rehearsal.probe.comparison.requests;

import org.jspecify.annotations.NullMarked;
