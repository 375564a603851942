/** Rows of channel mappings and their history. */
@NullMarked
package dev.rehearsal.channel.store;

import org.jspecify.annotations.NullMarked;
