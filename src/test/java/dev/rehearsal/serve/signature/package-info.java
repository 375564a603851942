@NullMarked
package dev.rehearsal.serve.signature;

import org.jspecify.annotations.NullMarked;
