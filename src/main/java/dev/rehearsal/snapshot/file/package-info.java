/** Keeps what a node serves in a file, from which it answers while it starts without its database. */
@NullMarked
package dev.rehearsal.snapshot.file;

import org.jspecify.annotations.NullMarked;
