/** The REST API: Balrog's admin endpoints and our own. It reads and writes JSON; services decide. */
@NullMarked
package dev.rehearsal.api;

import org.jspecify.annotations.NullMarked;
