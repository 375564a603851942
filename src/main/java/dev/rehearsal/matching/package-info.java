/**
 * Decides which rule answers an update query: the pure core that every other part stands on.
 *
 * <p>Nothing here knows of a framework, a database, a clock or JSON. Rules are compiled once and indexed, so that an
 * evaluation costs nearly the same over a hundred rules as over a hundred thousand.
 */
@NullMarked
package dev.rehearsal.matching;

import org.jspecify.annotations.NullMarked;
