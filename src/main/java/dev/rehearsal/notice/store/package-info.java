/** Rows of notices, their deliveries, webhooks and wishes; and what histories say of one write. */
@NullMarked
package dev.rehearsal.notice.store;

import org.jspecify.annotations.NullMarked;
