/** Serving turns a URL into an update, or none, from one immutable snapshot; it knows the core only, so that it goes on when the admin is broken. */
@NullMarked
package dev.rehearsal.serve;

import org.jspecify.annotations.NullMarked;
