/** Writes the report of a comparison as text, JSON or a page of HTML. */
@NullMarked
package dev.rehearsal.probe.comparison.report;

import org.jspecify.annotations.NullMarked;
