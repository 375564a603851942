/** Stores the rows of receipts, of what they are made of, and of the keys that signed them. */
@NullMarked
package dev.rehearsal.history.receipt.store;

import org.jspecify.annotations.NullMarked;
