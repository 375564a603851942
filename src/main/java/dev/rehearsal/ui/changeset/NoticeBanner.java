package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.enactment.BreakGlass;
import dev.rehearsal.enactment.Notice;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.util.List;

/** A banner with the notices that everybody shall see; empty most of the time. */
public class NoticeBanner extends UnorderedList {

    private static final Messages MESSAGES = Messages.beside(NoticeBanner.class);

    private static final int MOST = 5;

    private List<Notice> shown = List.of();

    public NoticeBanner() {
        addClassName("notices");
        getElement().setAttribute("aria-label", MESSAGES.get("notices"));
        setVisible(false);
    }

    /** @param notices newest first */
    public void show(List<Notice> notices) {
        if (notices.equals(shown)) {
            return;
        }
        shown = notices;
        removeAll();
        notices.stream().limit(MOST).forEach(notice -> add(item(notice)));
        if (notices.size() > MOST) {
            add(new ListItem(MESSAGES.get("notices.more", notices.size() - MOST)));
        }
        setVisible(!notices.isEmpty());
    }

    private static ListItem item(Notice notice) {
        return switch (notice) {
            case Notice.ByBreakGlass(var set, String title, BreakGlass how) ->
                item(
                        new BreakGlassChips(Tone.CAREFUL, how),
                        new Span(MESSAGES.parts(
                                "notice.break-glass",
                                ChangesNavigation.linkTo(set, title),
                                how.by(),
                                Moment.date(how.at()),
                                how.reason())));
            case Notice.NotAsJudged(var alarm) ->
                item(
                        new Chip(Tone.BAD, "✕", MESSAGES.get("notice.alarm")),
                        new Span(MESSAGES.parts(
                                "notice.alarm.why",
                                alarm.liveChannel(),
                                alarm.product(),
                                ChangesNavigation.linkTo(
                                        alarm.set(),
                                        MESSAGES.get("notice.set", alarm.set().toString())),
                                Moment.date(alarm.at()),
                                alarm.found(),
                                alarm.judged())));
        };
    }

    private static ListItem item(Component chip, Span sentence) {
        return new ListItem(chip, sentence);
    }
}
