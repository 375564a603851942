/**
 * What testers found, each bound to the exact state they tested, and the gates that let only tested states go live.
 */
@NullMarked
package dev.rehearsal.verdict;

import org.jspecify.annotations.NullMarked;
