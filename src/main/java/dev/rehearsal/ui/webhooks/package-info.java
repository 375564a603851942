/** This screen shows webhooks, and what is on its way to them and to people. */
@NullMarked
package dev.rehearsal.ui.webhooks;

import org.jspecify.annotations.NullMarked;
