/** The whole application, started as an administrator starts it and asked as clients ask it: over HTTP. */
@NullMarked
package dev.rehearsal.acceptance;

import org.jspecify.annotations.NullMarked;
