/** Who may come in. For now the holder of the bootstrap token, who may do everything. */
@NullMarked
package dev.rehearsal.access;

import org.jspecify.annotations.NullMarked;
