/** What a test channel shows, for people and programs: the staged table, where each row comes from, and its proof. */
@NullMarked
package dev.rehearsal.preview;

import org.jspecify.annotations.NullMarked;
