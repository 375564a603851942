/** Benchmarks, and the made-up rules and queries that they run on. */
@NullMarked
package dev.rehearsal.bench;

import org.jspecify.annotations.NullMarked;
