package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing in which two states differ that decides answers for one product on one live channel. */
public sealed interface StateDifference {

    /** @param was the row as it was when it did not match the product or channel yet; null where there was none */
    record RuleAdded(Rule rule, @Nullable Rule was) implements StateDifference {}

    /** @param becomes the row as it is now that it does not match any more; null where there is none */
    record RuleRemoved(Rule rule, @Nullable Rule becomes) implements StateDifference {}

    /** @param fields those that decide answers, in the order that forms use */
    record RuleEdited(Rule was, Rule becomes, List<RuleField> fields) implements StateDifference {

        public RuleEdited {
            fields = List.copyOf(fields);
        }
    }

    /** @param earlier whether it is asked before rules that were asked before it */
    record RuleMoved(Rule was, Rule becomes, boolean earlier) implements StateDifference {}

    /** Says that equal rules stand in an equal order but have other ids; these decide which of several rules that cannot be judged fails. */
    record RulesRenumbered() implements StateDifference {}

    record PinDiffers(
            Pins.Key pin,
            @Nullable ReleaseName was,
            @Nullable ReleaseName becomes) implements StateDifference {}

    /** Superblobs draw in the rules of this product now. */
    record ProductEntered(String product) implements StateDifference {}

    record ProductLeft(String product) implements StateDifference {}

    /** Rules, pins or superblobs lead to it now; null where there is no release of that name. */
    record ReleaseEntered(ReleaseName name, @Nullable Release release) implements StateDifference {}

    record ReleaseLeft(ReleaseName name, @Nullable Release release) implements StateDifference {}

    /** A release is reached as before, but is not what it was; null where there is none. */
    record ReleaseChanged(
            ReleaseName name,
            @Nullable Release was,
            @Nullable Release becomes) implements StateDifference {}

    /** Partials from it are listed now. */
    record PartialSourceEntered(ReleaseName name) implements StateDifference {}

    record PartialSourceLeft(ReleaseName name) implements StateDifference {}

    /** Clients of other builds are taken for its clients. */
    record PartialSourceChanged(ReleaseName name) implements StateDifference {}
}
