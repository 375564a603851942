/** These screens show releases: the list, each release with its blob and its versions, and what can be done to it. */
@NullMarked
package dev.rehearsal.ui.releases;

import org.jspecify.annotations.NullMarked;
