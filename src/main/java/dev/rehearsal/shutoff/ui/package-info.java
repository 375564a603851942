/** The screen for emergencies: which updates are stopped, stopping them, letting them go on. */
@NullMarked
package dev.rehearsal.shutoff.ui;

import org.jspecify.annotations.NullMarked;
