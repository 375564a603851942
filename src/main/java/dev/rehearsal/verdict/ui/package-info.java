/** How gates are told and entered. */
@NullMarked
package dev.rehearsal.verdict.ui;

import org.jspecify.annotations.NullMarked;
