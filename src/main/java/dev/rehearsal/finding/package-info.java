/**
 * What is wrong or odd about change sets, rules and channels as they are now, each with what to do about it. Computed
 * whenever somebody looks, so that it holds whatever has moved since a set was saved.
 */
@NullMarked
package dev.rehearsal.finding;

import org.jspecify.annotations.NullMarked;
