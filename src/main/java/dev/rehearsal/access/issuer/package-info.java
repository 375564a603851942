/** The issuer of OpenID Connect: how people come in through it, and how its tokens are checked; nothing unless it is set. */
@NullMarked
package dev.rehearsal.access.issuer;

import org.jspecify.annotations.NullMarked;
