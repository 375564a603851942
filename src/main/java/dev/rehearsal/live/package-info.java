/** The live tables are what is served: rules, releases, pins, shutoffs and channel mappings, written here and read as one value. */
@NullMarked
package dev.rehearsal.live;

import org.jspecify.annotations.NullMarked;
