/** The wizard of adoption: candidates, differences row by row and by query, the mapping, and the end of the copies. */
@NullMarked
package dev.rehearsal.adoption.ui;

import org.jspecify.annotations.NullMarked;
