/**
 * This screen shows and changes what changes need: signoffs, gates, guard rails, freezes and urgent roles, by product
 * and channel.
 */
@NullMarked
package dev.rehearsal.ui.approvals;

import org.jspecify.annotations.NullMarked;
