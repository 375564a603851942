/** The rule table: what is live, and its history. */
@NullMarked
package dev.rehearsal.rule;

import org.jspecify.annotations.NullMarked;
