/**
 * Brings change sets live: decides which may go, on exactly the tables that are written, and writes them. Every way
 * into the live tables passes here.
 */
@NullMarked
package dev.rehearsal.enactment;

import org.jspecify.annotations.NullMarked;
