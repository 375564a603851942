/**
 * Keeps this node's picture of the tables current: live, queue and mappings, staged and ready to serve, replaced as a
 * whole after each write here or on another node.
 */
@NullMarked
package dev.rehearsal.snapshot;

import org.jspecify.annotations.NullMarked;
