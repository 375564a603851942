/** The row that says which file filled this database, and what it holds. */
@NullMarked
package dev.rehearsal.imports.store;

import org.jspecify.annotations.NullMarked;
