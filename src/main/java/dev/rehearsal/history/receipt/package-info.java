/**
 * Makes a receipt for each enacted set: who wrote, signed and passed what, as an in-toto statement in a DSSE envelope,
 * each naming the one before. What belongs to the moment of an enactment is kept in its transaction; statements are
 * made, and signed, later. Anybody can check one without this installation.
 */
@NullMarked
package dev.rehearsal.history.receipt;

import org.jspecify.annotations.NullMarked;
