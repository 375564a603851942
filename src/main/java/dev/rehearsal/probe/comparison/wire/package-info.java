/** Asks servers, byte for byte as clients ask them, at a bounded rate and over a bounded number of connections. */
@NullMarked
package dev.rehearsal.probe.comparison.wire;

import org.jspecify.annotations.NullMarked;
