/** This screen is for emergencies: which updates are stopped, stopping them, letting them go on. */
@NullMarked
package dev.rehearsal.ui.emergency;

import org.jspecify.annotations.NullMarked;
