/** The ledger lets one writer at a time in, records who wrote what, and reads the history of every table that keeps versions. */
@NullMarked
package dev.rehearsal.ledger;

import org.jspecify.annotations.NullMarked;
