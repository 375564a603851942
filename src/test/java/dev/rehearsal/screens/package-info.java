/** Every screen as people see it, in a real browser: whether all can use it, and a picture of it. */
@NullMarked
package dev.rehearsal.screens;

import org.jspecify.annotations.NullMarked;
