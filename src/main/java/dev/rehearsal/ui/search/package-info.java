/** The search finds everything from everywhere: each feature registers what of it can be found, so that the search knows none of them. */
@NullMarked
package dev.rehearsal.ui.search;

import org.jspecify.annotations.NullMarked;
