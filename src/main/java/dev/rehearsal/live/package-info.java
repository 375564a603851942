/** The live tables as one value: loaded when their version moves, shared by everything that stages or serves. */
@NullMarked
package dev.rehearsal.live;

import org.jspecify.annotations.NullMarked;
