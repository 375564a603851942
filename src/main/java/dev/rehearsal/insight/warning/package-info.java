/** Warnings say what is wrong or odd about change sets, rules and channels as they are now, each with what to do about it. */
@NullMarked
package dev.rehearsal.insight.warning;

import org.jspecify.annotations.NullMarked;
