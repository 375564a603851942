/** These screens show the rule table: all rules with what is pending, and the forms that change them. */
@NullMarked
package dev.rehearsal.ui.rules;

import org.jspecify.annotations.NullMarked;
