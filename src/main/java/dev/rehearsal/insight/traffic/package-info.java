/**
 * Counts what the requests of a sample get, now and with the queue: by release and by rule. With bounds, never rolled.
 */
@NullMarked
package dev.rehearsal.insight.traffic;

import org.jspecify.annotations.NullMarked;
