/**
 * Knows what clients ask: samples of the requests that this installation answers, and counted lists and access logs
 * from elsewhere, by product and live channel. They hold no address, no header and nobody's name.
 */
@NullMarked
package dev.rehearsal.traffic;

import org.jspecify.annotations.NullMarked;
