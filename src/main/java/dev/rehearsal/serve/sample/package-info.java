/**
 * Takes a fair sample of the requests that come by, of bounded size whatever comes: reservoirs by product and channel,
 * and how several are merged. Pure but for the one that many threads use.
 */
@NullMarked
package dev.rehearsal.serve.sample;

import org.jspecify.annotations.NullMarked;
