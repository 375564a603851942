/** From the command line to the first answer: options are checked, the dataset is imported, and what is wrong is said. */
@NullMarked
package dev.rehearsal.startup;

import org.jspecify.annotations.NullMarked;
