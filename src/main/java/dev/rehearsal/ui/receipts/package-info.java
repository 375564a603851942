/** This screen shows receipts: what each says of an enacted set, and the files with which anybody checks it. */
@NullMarked
package dev.rehearsal.ui.receipts;

import org.jspecify.annotations.NullMarked;
