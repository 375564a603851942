/**
 * People with random, narrow rights who do random things to two nodes on one database, over HTTP alone, while the monitor
 * watches. A run with the same seed does the same again.
 */
@NullMarked
package dev.rehearsal.adversary;

import org.jspecify.annotations.NullMarked;
