@NullMarked
package dev.rehearsal.access;

import org.jspecify.annotations.NullMarked;
