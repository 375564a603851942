/**
 * Brings the program from the command line to its first answer: checks options, imports the dataset, and says what is
 * wrong.
 */
@NullMarked
package dev.rehearsal.startup;

import org.jspecify.annotations.NullMarked;
