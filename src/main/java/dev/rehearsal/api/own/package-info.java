/** The endpoints of our own: change sets, test channels, probes, verdicts and what else Balrog has not. */
@NullMarked
package dev.rehearsal.api.own;

import org.jspecify.annotations.NullMarked;
