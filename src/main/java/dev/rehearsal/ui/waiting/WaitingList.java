package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.access.Role;
import dev.rehearsal.insight.review.SetsKeptBack;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.RolloutNavigation;
import dev.rehearsal.ui.links.WaitingNavigation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of what waits, as links that the keyboard goes along: j and k or the arrows move, Enter opens, s signs what is
 * open.
 */
@Tag("rehearsal-key-list")
@JavaScript("context://key-list.js")
class WaitingList extends Component implements HasComponents {

    private static final Messages MESSAGES = Messages.beside(WaitingList.class);

    /** More than anybody signs before the list is made anew. */
    private static final int MOST = 50;

    private final Map<String, RouterLink> links = new HashMap<>();
    private List<WaitingItem> shown = List.of();
    private int others;
    private boolean empty = true;

    WaitingList() {
        getElement().getClassList().addAll(List.of("waiting-list", "card"));
    }

    /** Leaves the focus where it is unless something came or went. */
    void show(List<WaitingItem> items, int undecidedOfOthers, String open) {
        if (!items.equals(shown) || undecidedOfOthers != others || empty) {
            empty = false;
            shown = items;
            others = undecidedOfOthers;
            links.clear();
            removeAll();
            List<WaitingItem> toDecide = items.stream()
                    .filter(WaitingItem.OfDecision.class::isInstance)
                    .toList();
            if (!toDecide.isEmpty() || others > 0) {
                section("to-decide", "to-decide.none", toDecide);
                if (others > 0) {
                    add(new Paragraph(ChangesNavigation.linkToQueue(MESSAGES.get("to-decide.others", others))));
                }
            }
            List<WaitingItem> keptBack = items.stream()
                    .filter(item -> item instanceof WaitingItem.OfRail || item instanceof WaitingItem.OfRollout)
                    .toList();
            if (!keptBack.isEmpty()) {
                section("to-let-go", "to-let-go.none", keptBack);
            }
            List<WaitingItem> toAnswer = items.stream()
                    .filter(WaitingItem.OfComment.class::isInstance)
                    .toList();
            if (!toAnswer.isEmpty()) {
                section("to-answer", "to-answer.none", toAnswer);
            }
            section(
                    "to-sign",
                    "to-sign.none",
                    items.stream().filter(WaitingItem.OfSet.class::isInstance).toList());
            section(
                    "to-test",
                    "to-test.none",
                    items.stream().filter(WaitingItem.OfState.class::isInstance).toList());
        }
        links.forEach((key, link) -> {
            if (key.equals(open)) {
                link.getElement().setAttribute("aria-current", "true");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    void focus(WaitingItem item) {
        RouterLink link = links.get(item.key());
        if (link != null) {
            link.getElement().callJsFunction("focus");
        }
    }

    /** @param title with how many there are; the key of it, as of what is said where there are none */
    private void section(String title, String none, List<WaitingItem> items) {
        add(new H2(MESSAGES.get(title, items.size())));
        if (items.isEmpty()) {
            add(new Paragraph(MESSAGES.get(none)));
        } else {
            add(new UnorderedList(items.stream().limit(MOST).map(this::item).toArray(ListItem[]::new)));
            if (items.size() > MOST) {
                add(new Paragraph(MESSAGES.get("more", items.size() - MOST)));
            }
        }
    }

    private ListItem item(WaitingItem item) {
        RouterLink link = item instanceof WaitingItem.OfRollout(SetsKeptBack.ToResume waiting)
                ? RolloutNavigation.linkTo("", waiting.hold().plan())
                : WaitingNavigation.linkTo(item.key());
        link.getElement().setAttribute("data-key-item", true);
        switch (item) {
            case WaitingItem.OfDecision ofDecision -> tell(link, ofDecision);
            case WaitingItem.OfSet ofSet -> tell(link, ofSet);
            case WaitingItem.OfState ofState -> tell(link, ofState);
            case WaitingItem.OfComment ofComment -> tell(link, ofComment);
            case WaitingItem.OfRail ofRail -> tell(link, ofRail);
            case WaitingItem.OfRollout ofRollout -> tell(link, ofRollout);
        }
        links.put(item.key(), link);
        return new ListItem(link);
    }

    private static void tell(RouterLink link, WaitingItem.OfSet item) {
        Div headline = new Div(item.headline());
        headline.addClassName("headline");
        Div facts = new Div(Moment.due(item.set()));
        for (Role role : item.roles()) {
            facts.add(new Chip(Tone.CAREFUL, "○", role.name()));
        }
        link.add(title(item.set().title()), facts, headline);
    }

    private static void tell(RouterLink link, WaitingItem.OfDecision item) {
        Div why = new Div(new Chip(Tone.BAD, "!", MESSAGES.get("to-decide.chip")), new Span(item.why()));
        why.addClassName("headline");
        link.add(title(item.set().title()), why);
    }

    private static void tell(RouterLink link, WaitingItem.OfRail item) {
        Div why = new Div(item.why());
        why.addClassName("headline");
        link.add(
                title(item.set().title()),
                new Div(Moment.due(item.set()), new Chip(Tone.BAD, "✕", MESSAGES.get("to-let-go.rail"))),
                why);
    }

    private static void tell(RouterLink link, WaitingItem.OfRollout item) {
        Div why = new Div(Sentence.of(item.waiting().hold().why()));
        why.addClassName("headline");
        link.add(
                title(item.waiting().next().title()),
                new Div(new Chip(Tone.CAREFUL, "‖", MESSAGES.get("to-let-go.rollout"))),
                why);
    }

    private static void tell(RouterLink link, WaitingItem.OfComment item) {
        WaitingForMe.ToAnswer waiting = item.waiting();
        String by = PersonName.of(waiting.comment().by());
        Chip chip = switch (waiting.why()) {
            case CHANGES_REQUESTED -> new Chip(Tone.BAD, "!", MESSAGES.get("to-answer.requested", by));
            case MENTIONED -> new Chip(Tone.CAREFUL, "@", MESSAGES.get("to-answer.mentioned", by));
            case ANSWERED -> new Chip(Tone.GOOD, "✓", MESSAGES.get("to-answer.answered", by));
        };
        Div said = new Div(waiting.comment().text());
        said.addClassName("headline");
        link.add(title(waiting.set().title()), new Div(chip), said);
    }

    private static void tell(RouterLink link, WaitingItem.OfState item) {
        Div facts = new Div(MESSAGES.parts(
                "to-test.would-be",
                item.mapping().liveChannel(),
                new Chip(Tone.CAREFUL, "○", item.finding().gate().role().name())));
        link.add(
                title(MESSAGES.get(
                        "to-test.what",
                        item.finding().state().product(),
                        item.mapping().testChannel())),
                facts);
    }

    private static Span title(String text) {
        Span title = new Span(text);
        title.addClassName("title");
        return title;
    }
}
