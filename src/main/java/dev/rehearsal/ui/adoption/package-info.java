/** This wizard leads through adoption: candidates, differences row by row and by query, the mapping, and the end of the copies. */
@NullMarked
package dev.rehearsal.ui.adoption;

import org.jspecify.annotations.NullMarked;
