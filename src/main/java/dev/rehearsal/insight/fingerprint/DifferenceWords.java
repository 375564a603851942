package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.StateDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says to people what differs between two states. */
@Component
class DifferenceWords {

    private final StoredContents contents;

    DifferenceWords(StoredContents contents) {
        this.contents = contents;
    }

    /** At least one sentence for each difference, without a full stop; those that people have done come first. */
    List<Reason> of(List<StateDifference> differences) {
        List<Reason> done = new ArrayList<>();
        List<Reason> following = new ArrayList<>();
        for (StateDifference difference : differences) {
            List<Reason> reasons = isConsequence(difference) ? following : done;
            sentences(difference).forEach(sentence -> reasons.add(new Reason(difference, sentence)));
        }
        done.addAll(following);
        return done;
    }

    /** What comes of other differences: that a rule names another release brings that within reach. */
    private static boolean isConsequence(StateDifference difference) {
        return switch (difference) {
            case StateDifference.ReleaseEntered _,
                    StateDifference.ReleaseLeft _,
                    StateDifference.PartialSourceEntered _,
                    StateDifference.PartialSourceLeft _,
                    StateDifference.ProductEntered _,
                    StateDifference.ProductLeft _ -> true;
            case StateDifference.RuleAdded _,
                    StateDifference.RuleRemoved _,
                    StateDifference.RuleEdited _,
                    StateDifference.RuleMoved _,
                    StateDifference.RulesRenumbered _,
                    StateDifference.PinDiffers _,
                    StateDifference.ReleaseChanged _,
                    StateDifference.PartialSourceChanged _ -> false;
        };
    }

    private List<String> sentences(StateDifference difference) {
        return switch (difference) {
            case StateDifference.RuleAdded(Rule rule, Rule was) ->
                List.of(
                        was == null
                                ? "%s was added, for %s".formatted(named(rule), served(rule))
                                : "%s is for this channel now: %s".formatted(named(rule), moved(was, rule)));
            case StateDifference.RuleRemoved(Rule rule, Rule becomes) ->
                List.of(
                        becomes == null
                                ? named(rule) + " was removed"
                                : "%s is for this channel no more: %s".formatted(named(rule), moved(rule, becomes)));
            case StateDifference.RuleEdited(Rule was, Rule becomes, List<RuleField> fields) ->
                List.of(named(becomes) + ": " + changed(was, becomes, fields));
            case StateDifference.RuleMoved(Rule was, Rule becomes, boolean earlier) ->
                List.of("%s is asked %s than before%s"
                        .formatted(
                                named(becomes),
                                earlier ? "earlier" : "later",
                                was.priority() == becomes.priority()
                                        ? ""
                                        : ": priority %d → %d".formatted(was.priority(), becomes.priority())));
            case StateDifference.RulesRenumbered() ->
                List.of("rules that cannot be judged have other numbers, which decide which of them fails");
            case StateDifference.PinDiffers(var pin, ReleaseName was, ReleaseName becomes) ->
                List.of("%s: %s → %s".formatted(pin, said(was), said(becomes)));
            case StateDifference.ProductEntered(String product) ->
                List.of("rules of %s are drawn in by a superblob".formatted(product));
            case StateDifference.ProductLeft(String product) ->
                List.of("rules of %s are drawn in no more".formatted(product));
            case StateDifference.ReleaseEntered(ReleaseName name, Release release) ->
                List.of(release == null ? name + " is named, but does not exist" : name + " can be served now");
            case StateDifference.ReleaseLeft(ReleaseName name, var _) -> List.of(name + " is served no more");
            case StateDifference.ReleaseChanged(ReleaseName name, Release was, Release becomes) ->
                changed(name, was, becomes);
            case StateDifference.PartialSourceEntered(ReleaseName name) ->
                List.of("partials from %s are listed now".formatted(name));
            case StateDifference.PartialSourceLeft(ReleaseName name) ->
                List.of("partials from %s are listed no more".formatted(name));
            case StateDifference.PartialSourceChanged(ReleaseName name) ->
                List.of("%s, from which partials lead, has builds of other buildIDs".formatted(name));
        };
    }

    private List<String> changed(ReleaseName name, @Nullable Release was, @Nullable Release becomes) {
        if (was == null || becomes == null) {
            return List.of(name + (was == null ? " exists now" : " was deleted"));
        }
        List<String> sentences = new ArrayList<>();
        if (!was.product().equals(becomes.product())) {
            sentences.add("%s is a release of %s now, not of %s".formatted(name, becomes.product(), was.product()));
        }
        if (!was.content().equals(becomes.content())) {
            Optional<Manifest> before = contents.findManifest(was.content());
            Optional<Manifest> after = contents.findManifest(becomes.content());
            sentences.addAll(
                    before.isPresent() && after.isPresent()
                            ? ReleaseWords.of(name, before.get(), after.get(), contents::part)
                            : List.of(name + " has other contents"));
        }
        return sentences;
    }

    private static String named(Rule rule) {
        return rule.id().numbered() + (rule.alias() == null ? "" : " " + rule.alias());
    }

    private static String served(Rule rule) {
        return said(rule.mapping());
    }

    /** Returns what took a rule here or away: product, channel, or whatever else differs. */
    private static String moved(Rule was, Rule becomes) {
        List<RuleField> fields = new ArrayList<>();
        for (RuleField field : List.of(RuleField.PRODUCT, RuleField.CHANNEL)) {
            if (!Objects.equals(field.read(was), field.read(becomes))) {
                fields.add(field);
            }
        }
        return changed(was, becomes, fields);
    }

    private static String changed(Rule was, Rule becomes, List<RuleField> fields) {
        return fields.stream()
                .map(field ->
                        "%s %s → %s".formatted(field.wireName(), said(field.read(was)), said(field.read(becomes))))
                .collect(Collectors.joining(", "));
    }

    private static String said(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
