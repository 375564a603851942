package dev.rehearsal.enactment;

import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;

/**
 * A step that a guard rail is about and that nobody has judged under its terms yet.
 *
 * @param before what is live
 * @param after what would be
 */
public record RailQuestion(GuardRail rail, ProductChannel pair, RailedStep step, Tables before, Tables after) {}
