/** This screen shows and changes what changes need: signoffs and gates, by product and channel. */
@NullMarked
package dev.rehearsal.ui.approvals;

import org.jspecify.annotations.NullMarked;
