@NullMarked
package dev.rehearsal.sample;

import org.jspecify.annotations.NullMarked;
