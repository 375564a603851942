@NullMarked
package dev.rehearsal.ui.people;

import org.jspecify.annotations.NullMarked;
