/** These screens are the sign-in, and people with their roles, permissions and tokens. */
@NullMarked
package dev.rehearsal.ui.people;

import org.jspecify.annotations.NullMarked;
