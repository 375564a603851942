/**
 * Judges from outside whether what went live was agreed to. It is written from the promise alone: it knows what clients
 * get, what was sent by whom, and the tables of requirements and gates as anybody reads them over HTTP. It uses no class of
 * the product, which {@code MonitorBoundaryTest} holds.
 */
@NullMarked
package dev.rehearsal.monitor;

import org.jspecify.annotations.NullMarked;
