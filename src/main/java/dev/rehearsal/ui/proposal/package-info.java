/** A proposal is what every form that ends in a change set shares: look ahead, choose a time, save. */
@NullMarked
package dev.rehearsal.ui.proposal;

import org.jspecify.annotations.NullMarked;
