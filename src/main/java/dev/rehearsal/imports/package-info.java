/**
 * Datasets: rules, releases and all that belongs to them in one JSON file, read into an empty database as a whole or not
 * at all, and written from a filled one.
 */
@NullMarked
package dev.rehearsal.imports;

import org.jspecify.annotations.NullMarked;
