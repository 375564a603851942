package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.schedule.Agenda.Due;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.schedule.Agenda.Readiness;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.shares.RateInTime;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The next step on a live channel: when it is due, how far it is, and how much stands behind it. */
class NextStep extends Div {

    private static final Messages MESSAGES = Messages.beside(NextStep.class);

    NextStep(Lane lane, Instant now) {
        addClassName("next-step");
        LiveChannel live = lane.channel();
        List<Due> going = lane.due().stream()
                .filter(due -> due.readiness() != Readiness.CONFLICT)
                .toList();
        if (going.isEmpty() && live.queue().isEmpty()) {
            Span nothing = new Span(MESSAGES.get("channels.nothing-queued"));
            nothing.addClassName("facts");
            add(nothing);
        }
        going.stream().findFirst().ifPresent(due -> add(step(due, now)));
        int behind = live.queue().size() - (going.isEmpty() ? 0 : 1);
        Div more = new Div();
        more.addClassName("more");
        if (behind > 0) {
            more.add(
                    ChangesNavigation.linkToQueue(MESSAGES.get("next.behind", behind), live.product(), live.channel()));
        }
        if (!live.conflicts().isEmpty()) {
            long inConflict = live.conflicts().stream()
                    .map(conflict -> conflict.set())
                    .distinct()
                    .count();
            more.add(new Chip(Tone.BAD, "✕", MESSAGES.get("next.conflicts", inConflict)));
        }
        if (!lane.undecided().isEmpty()) {
            more.add(new Chip(
                    Tone.BAD,
                    "!",
                    MESSAGES.get("next.undecided", lane.undecided().size())));
        }
        if (more.getComponentCount() > 0) {
            add(more);
        }
    }

    /** Returns what the set makes of background rates, where dice fall, and of which rules. */
    private static SortedMap<Integer, SortedSet<RuleId>> rates(ChangeSet set) {
        SortedMap<Integer, SortedSet<RuleId>> rates = new TreeMap<>();
        for (Change change : set.changes()) {
            RuleId rule = ChangeSet.ruleOf(change);
            Integer rate = switch (change) {
                case Change.RuleEdit edit -> rate(edit);
                case Change.RuleAddition addition -> addition.rule().backgroundRate();
                default -> null;
            };
            if (rule != null && rate != null && rate > 0 && rate < 100) {
                rates.computeIfAbsent(rate, made -> new TreeSet<>()).add(rule);
            }
        }
        return rates;
    }

    private static @Nullable Integer rate(Change.RuleEdit edit) {
        FieldEdit rate = edit.fields().get(RuleField.BACKGROUND_RATE);
        return rate != null && rate.value() instanceof Integer percentage ? percentage : null;
    }

    private static Div step(Due due, Instant now) {
        ChangeSet set = due.set();
        Div title = new Div(ChangesNavigation.linkTo(set));
        title.addClassName("title");
        Div facts = new Div(set.isAsSoonAsPossible() ? new Span(MESSAGES.get("next.soon")) : Moment.due(set));
        facts.addClassName("facts");
        if (set.due().isBefore(now) && !set.isAsSoonAsPossible()) {
            facts.add(new Chip(Tone.CAREFUL, "!", MESSAGES.get("past-due")));
        }
        Span word = new Span(MarkShape.of(due.readiness()), new Span(MarkShape.word(due.readiness())));
        word.addClassNames("mark", MarkShape.tone(due.readiness()).className());
        facts.add(word);
        Div step = new Div(title, facts);
        rates(set).forEach((rate, rules) -> {
            String named = rules.stream().map(rule -> "#" + rule).collect(Collectors.joining(", "));
            Div inTime = new Div(MESSAGES.get("next.rate", named, RateInTime.reached(rate)));
            inTime.addClassName("facts");
            step.add(inTime);
        });
        return step;
    }
}
