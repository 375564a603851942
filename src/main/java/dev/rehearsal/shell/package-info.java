/** The frame of the admin: layout, navigation and the components that screens share. */
@NullMarked
package dev.rehearsal.shell;

import org.jspecify.annotations.NullMarked;
