/**
 * Reads and writes the bodies of requests and answers: every problem is collected, and each thing is written the same
 * way everywhere.
 */
@NullMarked
package dev.rehearsal.api.json;

import org.jspecify.annotations.NullMarked;
