/** Runs a comparison from its options to its report: resumable, told while it goes on. */
@NullMarked
package dev.rehearsal.probe.comparison.run;

import org.jspecify.annotations.NullMarked;
