/** Search over everything: each feature registers what of it can be found, so that the search knows none of them. */
@NullMarked
package dev.rehearsal.search;

import org.jspecify.annotations.NullMarked;
