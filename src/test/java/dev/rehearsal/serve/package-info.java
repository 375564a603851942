@NullMarked
package dev.rehearsal.serve;

import org.jspecify.annotations.NullMarked;
