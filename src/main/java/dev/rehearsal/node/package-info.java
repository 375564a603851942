/** Which part of Rehearsal this node runs: several nodes may share one database. */
@NullMarked
package dev.rehearsal.node;

import org.jspecify.annotations.NullMarked;
