@NullMarked
package dev.rehearsal.access.ui;

import org.jspecify.annotations.NullMarked;
