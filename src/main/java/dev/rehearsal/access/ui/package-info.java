/** The sign-in, and the screen of people, their roles, permissions and tokens. */
@NullMarked
package dev.rehearsal.access.ui;

import org.jspecify.annotations.NullMarked;
