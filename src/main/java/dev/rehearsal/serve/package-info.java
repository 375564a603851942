/**
 * The update path: a URL in, an update or none out, from one immutable snapshot.
 *
 * <p>It knows nothing of change sets, people or screens, so that serving goes on when the admin is broken.
 */
@NullMarked
package dev.rehearsal.serve;

import org.jspecify.annotations.NullMarked;
