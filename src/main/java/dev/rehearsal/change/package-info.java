/**
 * Keeps change sets: what shall change, when, and what became of it. Drafts are written here, scheduled and revised.
 */
@NullMarked
package dev.rehearsal.change;

import org.jspecify.annotations.NullMarked;
