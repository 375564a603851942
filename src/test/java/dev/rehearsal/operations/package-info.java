/** What operators do with a database: back it up, restore it, upgrade it, and go back. */
@NullMarked
package dev.rehearsal.operations;

import org.jspecify.annotations.NullMarked;
