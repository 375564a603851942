/** Bodies of requests and answers: what each holds, read with every problem collected, and written the same way everywhere. */
@NullMarked
package dev.rehearsal.api.json;

import org.jspecify.annotations.NullMarked;
