/** Signs answers as clients of Balrog verify them: {@code Content-Signature} over a digest that is kept apart from others. */
@NullMarked
package dev.rehearsal.serve.signature;

import org.jspecify.annotations.NullMarked;
