@NullMarked
package dev.rehearsal.mirror;

import org.jspecify.annotations.NullMarked;
