/** Datasets bring rules, releases and all that belongs to them in one JSON file: read as a whole or not at all, and written again. */
@NullMarked
package dev.rehearsal.dataset;

import org.jspecify.annotations.NullMarked;
