/** What happens to change sets among several people, told from beginning to end. */
@NullMarked
package dev.rehearsal.stories;

import org.jspecify.annotations.NullMarked;
