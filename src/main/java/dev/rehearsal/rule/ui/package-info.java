/** The screens of the rule table: all rules with what is pending, and the forms that change them. */
@NullMarked
package dev.rehearsal.rule.ui;

import org.jspecify.annotations.NullMarked;
