/** The screens of releases: the list, each release with its blob and its versions, and what can be done to it. */
@NullMarked
package dev.rehearsal.release.ui;

import org.jspecify.annotations.NullMarked;
