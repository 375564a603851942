package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column in which a copy is not what its live rule is; names and comments are nobody's business. */
public record Drift(
        RuleField field, @Nullable Object inCopy, @Nullable Object inLive) {

    private static final Set<RuleField> NO_MATTER = EnumSet.of(RuleField.ALIAS, RuleField.COMMENT);

    static List<Drift> between(Rule copy, Rule live, ChannelPair channels) {
        List<Drift> drifts = new ArrayList<>();
        for (RuleField field : RuleField.values()) {
            Object inCopy = field.read(copy);
            Object inLive = field.read(live);
            boolean same = field == RuleField.CHANNEL
                    ? channels.areForTheSame(copy.channel(), live.channel())
                    : Objects.equals(inCopy, inLive);
            if (!same && !NO_MATTER.contains(field)) {
                drifts.add(new Drift(field, inCopy, inLive));
            }
        }
        return List.copyOf(drifts);
    }
}
