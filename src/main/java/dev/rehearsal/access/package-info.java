/**
 * Decides who may come in, as whom, and what they may do: people, their permissions and roles, passwords and tokens.
 */
@NullMarked
package dev.rehearsal.access;

import org.jspecify.annotations.NullMarked;
