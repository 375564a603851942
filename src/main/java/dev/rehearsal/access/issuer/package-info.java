/** Lets people in through an issuer of OpenID Connect, and checks its tokens; does nothing unless it is set. */
@NullMarked
package dev.rehearsal.access.issuer;

import org.jspecify.annotations.NullMarked;
