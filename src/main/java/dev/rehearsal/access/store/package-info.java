/** Stores the rows of people's permissions, roles, accounts and tokens, and their histories. */
@NullMarked
package dev.rehearsal.access.store;

import org.jspecify.annotations.NullMarked;
