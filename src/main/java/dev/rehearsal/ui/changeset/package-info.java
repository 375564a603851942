/** These cards each show one side of a change set, wherever a screen shows one: its differences, signoffs, tests and warnings. */
@NullMarked
package dev.rehearsal.ui.changeset;

import org.jspecify.annotations.NullMarked;
