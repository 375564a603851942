package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The likeness of a hand-made rule to a live one tells how far they are apart.
 *
 * @param conditionsApart how many criteria differ, product and channel aside
 * @param conditionsShared how many both have, and alike
 * @param distance a metric: weighs each column that differs, so that conditions count more than what is served
 */
record Likeness(int conditionsApart, int conditionsShared, int distance) {

    private static final int CONDITION = 4;
    private static final int FORM_OF_CHANNEL = 2;

    /** One condition may differ and with it the priority or the release, or two conditions and nothing else. */
    private static final int ONE_APART = 7;

    private static final int TWO_APART = 2 * CONDITION;

    private static final List<RuleField> CONDITIONS = Arrays.stream(Criterion.values())
            .map(Criterion::field)
            .filter(field -> field != RuleField.PRODUCT && field != RuleField.CHANNEL)
            .toList();

    static Likeness of(Rule copy, Rule live, ChannelPair channels) {
        int apart = 0;
        int shared = 0;
        for (RuleField field : CONDITIONS) {
            Object asked = field.read(copy);
            if (!Objects.equals(asked, field.read(live))) {
                apart++;
            } else if (asked != null) {
                shared++;
            }
        }
        int distance = apart * CONDITION
                + (copy.priority() == live.priority() ? 0 : 2)
                + (Objects.equals(copy.mapping(), live.mapping()) ? 0 : 2)
                + (Objects.equals(copy.fallbackMapping(), live.fallbackMapping()) ? 0 : 1)
                + (copy.backgroundRate() == live.backgroundRate() ? 0 : 1)
                + (copy.updateType() == live.updateType() ? 0 : 1)
                + (formOf(copy, channels).equals(String.valueOf(live.channel())) ? 0 : FORM_OF_CHANNEL);
        return new Likeness(apart, shared, distance);
    }

    /** Whether one can have been copied from the other, as far as their rows say. */
    boolean isNearEnough() {
        return switch (conditionsApart) {
            case 0 -> true;
            case 1 -> distance <= ONE_APART;
            case 2 -> distance <= TWO_APART && conditionsShared > 0;
            default -> false;
        };
    }

    /** Equal for a copy and a live rule exactly where their distance is 0. */
    static List<@Nullable Object> contentOfCopy(Rule copy, ChannelPair channels) {
        return content(copy, formOf(copy, channels));
    }

    static List<@Nullable Object> contentOfLive(Rule live) {
        return content(live, String.valueOf(live.channel()));
    }

    private static List<@Nullable Object> content(Rule rule, String channel) {
        List<@Nullable Object> content = new ArrayList<>();
        CONDITIONS.forEach(field -> content.add(field.read(rule)));
        content.add(rule.priority());
        content.add(rule.mapping());
        content.add(rule.fallbackMapping());
        content.add(rule.backgroundRate());
        content.add(rule.updateType());
        content.add(rule.product());
        content.add(channel);
        return content;
    }

    private static String formOf(Rule copy, ChannelPair channels) {
        return copy.channel() == null ? "" : channels.liveForm(copy.channel());
    }
}
