/** Lets Prometheus read how the node is, on a port of its own. */
@NullMarked
package dev.rehearsal.serve.metrics;

import org.jspecify.annotations.NullMarked;
