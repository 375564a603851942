/** The screen of probes, and what the preview says of them. */
@NullMarked
package dev.rehearsal.probe.ui;

import org.jspecify.annotations.NullMarked;
