/** This screen keeps probes; its card says on the preview what they find. */
@NullMarked
package dev.rehearsal.ui.probes;

import org.jspecify.annotations.NullMarked;
