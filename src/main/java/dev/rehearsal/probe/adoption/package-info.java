/**
 * Leads from test channels that are kept by hand to computed ones: finds the hand-made copies of live rules, says where
 * they have drifted and what clients would notice, maps the channel and retires the copies.
 */
@NullMarked
package dev.rehearsal.probe.adoption;

import org.jspecify.annotations.NullMarked;
