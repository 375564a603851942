/**
 * Tells exactly, without asking anybody, which clients a rule decides for and whom a change of rules concerns.
 *
 * <p>Of what clients can say by one criterion, the rules at hand tell only a few kinds apart. A box names, for each
 * criterion, some of these kinds; rules are boxes, and boxes are taken from one another. Which kinds a rule asks for is
 * judged by the evaluation itself, one representative of each kind at a time.
 */
@NullMarked
package dev.rehearsal.matching.region;

import org.jspecify.annotations.NullMarked;
