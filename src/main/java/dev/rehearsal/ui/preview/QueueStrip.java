package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.QueueStep;
import dev.rehearsal.insight.preview.StageSelection;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.ui.changeset.TestedChip;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.PreviewAddress;
import dev.rehearsal.ui.links.PreviewNavigation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queue in its order, from live on. Each step is a link: it looks through that set. */
class QueueStrip extends OrderedList {

    private static final Messages MESSAGES = Messages.beside(QueueStrip.class);

    private static final int MOST = 30;

    private @Nullable Shown shown;

    /** All that decides how the strip looks; while it stays the same, nobody's focus is disturbed. */
    private record Shown(
            List<QueueStep> queue,
            StageSelection howFar,
            PreviewAddress address,
            int liveRules,
            List<ChangeSetId> overdue,
            StateTestStatus.@Nullable Overview tested) {}

    QueueStrip() {
        addClassNames("queue-strip", "card");
        getElement().setAttribute("aria-label", MESSAGES.get("queue"));
    }

    /** @param tested which states along it are tested; null where that is not asked */
    void show(Preview preview, PreviewAddress address, Instant now, StateTestStatus.@Nullable Overview tested) {
        List<ChangeSetId> overdue = preview.queue().stream()
                .map(QueueStep::set)
                .filter(set -> !set.isAsSoonAsPossible() && set.due().isBefore(now))
                .map(ChangeSet::id)
                .toList();
        Shown next = new Shown(preview.queue(), preview.howFar(), address, preview.liveRules(), overdue, tested);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        removeAll();
        add(live(preview, address));
        ChangeSetId last = lastShown(preview);
        List<QueueStep> inView = inView(preview.queue(), last);
        count("queue.earlier", inView.isEmpty() ? 0 : preview.queue().indexOf(inView.getFirst()));
        for (QueueStep step : inView) {
            add(step(
                    step,
                    address,
                    step.set().id().equals(last),
                    overdue.contains(step.set().id()),
                    tested == null ? null : tested.step(step.set())));
        }
        count(
                "queue.later",
                inView.isEmpty()
                        ? 0
                        : preview.queue().size() - 1 - preview.queue().indexOf(inView.getLast()));
    }

    /** Returns, of a long queue, what is around the end of what is shown: nobody reads hundreds of steps. */
    private static List<QueueStep> inView(List<QueueStep> queue, @Nullable ChangeSetId last) {
        int end = 0;
        for (int index = 0; index < queue.size(); index++) {
            if (queue.get(index).set().id().equals(last)) {
                end = index;
            }
        }
        int from = Math.max(0, Math.min(end - MOST / 2, queue.size() - MOST));
        return queue.subList(from, Math.min(queue.size(), from + MOST));
    }

    private void count(String message, int sets) {
        if (sets > 0) {
            ListItem counted = new ListItem(MESSAGES.get(message, sets));
            counted.addClassName("counted");
            add(counted);
        }
    }

    private static @Nullable ChangeSetId lastShown(Preview preview) {
        return preview.queue().stream()
                .filter(QueueStep::shown)
                .map(step -> step.set().id())
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static ListItem live(Preview preview, PreviewAddress address) {
        RouterLink link = PreviewNavigation.linkTo("", address.withHowFar(new StageSelection.LiveAlone()));
        Span title =
                new Span(MESSAGES.get("queue.live", preview.table().mapping().liveChannel()));
        title.addClassName("title");
        link.add(title, new Div(MESSAGES.get("rules.count", preview.liveRules())));
        if (preview.liveIsStopped()) {
            link.add(new Chip(Tone.BAD, "■", MESSAGES.get("shut-off")));
        }
        return item(link, true, preview.setsShown() == 0);
    }

    private static ListItem step(
            QueueStep step,
            PreviewAddress address,
            boolean isLast,
            boolean overdue,
            StateTestStatus.@Nullable Step tested) {
        ChangeSet set = step.set();
        RouterLink link = PreviewNavigation.linkTo("", address.withHowFar(new StageSelection.Through(set.id())));
        Span title = new Span(set.title());
        title.addClassName("title");
        link.add(title, new Div(Moment.due(set)), new Div(MESSAGES.get("queue.by", PersonName.of(set.author()))));
        Div chips = new Div(chips(step, overdue, tested));
        chips.addClassName("chips");
        link.add(chips);
        return item(link, step.shown(), isLast);
    }

    private static Component[] chips(QueueStep step, boolean overdue, StateTestStatus.@Nullable Step tested) {
        Chip late = overdue ? new Chip(Tone.CAREFUL, "!", MESSAGES.get("past-due")) : null;
        Component state = state(step);
        Component test = tested == null || !tested.inTurn() ? null : TestedChip.of(tested.through());
        return Stream.of(state, late, test).filter(Objects::nonNull).toArray(Component[]::new);
    }

    private static @Nullable Component state(QueueStep step) {
        if (step.conflict() != null) {
            Chip conflict = new Chip(Tone.BAD, "✕", MESSAGES.get("queue.conflict"));
            conflict.getElement().setAttribute("title", reasons(step.conflict()));
            return conflict;
        }
        return step.shown() ? null : new Chip(Tone.CALM, "○", MESSAGES.get("queue.not-shown"));
    }

    private static String reasons(Conflict conflict) {
        return conflict.reasons().stream().map(Conflict.Reason::sentence).collect(Collectors.joining("; "));
    }

    private static ListItem item(RouterLink link, boolean isShown, boolean isLast) {
        ListItem item = new ListItem(link);
        item.addClassName(isShown ? "shown" : "beyond");
        if (isLast) {
            link.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }
}
