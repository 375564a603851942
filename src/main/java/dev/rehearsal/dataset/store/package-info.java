/** This store keeps the row that says which file filled the database, and what that file holds. */
@NullMarked
package dev.rehearsal.dataset.store;

import org.jspecify.annotations.NullMarked;
