/** The endpoints of Balrog's admin and public API: what its tools, agent and clients call, answered as Balrog does. */
@NullMarked
package dev.rehearsal.api.balrog;

import org.jspecify.annotations.NullMarked;
