/** Rows of the rule table and its history. */
@NullMarked
package dev.rehearsal.rule.store;

import org.jspecify.annotations.NullMarked;
