/** Stores the rows of notices, their deliveries, webhooks and wishes; and reads what histories say of one write. */
@NullMarked
package dev.rehearsal.notice.store;

import org.jspecify.annotations.NullMarked;
