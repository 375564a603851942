/** Emergency shutoffs: products and channels whose updates are stopped at once. */
@NullMarked
package dev.rehearsal.shutoff;

import org.jspecify.annotations.NullMarked;
