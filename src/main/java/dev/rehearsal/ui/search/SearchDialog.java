package dev.rehearsal.ui.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;

/** Finds while somebody types; the arrows go along what is found, Enter opens it, Escape gives up. */
class SearchDialog extends Dialog {

    private static final Messages MESSAGES = Messages.beside(SearchDialog.class);

    private static final int PAUSE_MILLIS = 120;

    private final Search search;
    private final TextField text = new TextField();
    private final Paragraph count = new Paragraph();
    private final Div results = new Div();
    private final Body body = new Body(text, count, results);

    /** Goes along the results by the keyboard: see the script. */
    @Tag("rehearsal-search")
    @JavaScript("context://search.js")
    @StyleSheet("search.css")
    private static final class Body extends Component {

        Body(Component... parts) {
            for (Component part : parts) {
                getElement().appendChild(part.getElement());
            }
        }

        /** So that an Enter that comes before the results waits for them. */
        void foundFor(String text) {
            getElement().setAttribute("for", text);
        }
    }

    SearchDialog(Search search) {
        this.search = search;
        text.setPlaceholder(MESSAGES.get("placeholder"));
        text.setAriaLabel(MESSAGES.get("search"));
        text.setAutofocus(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_MILLIS);
        text.addValueChangeListener(change -> show());
        count.getElement().setAttribute("role", "status");
        count.addClassName("facts");
        results.addClassName("search-results");
        results.setId("search-results");
        results.getElement().setAttribute("role", "listbox");
        results.getElement().setAttribute("aria-label", MESSAGES.get("results"));
        setAriaLabel(MESSAGES.get("search"));
        addClassName("search-dialog");
        setWidth("min(680px, 96vw)");
        setTop("8vh");
        add(body);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                text.focus();
            }
        });
    }

    /** Opens with what was searched for last, to be typed over. */
    void ask() {
        if (!isOpened()) {
            open();
            show();
        }
    }

    private void show() {
        results.removeAll();
        List<Search.Group> groups = search.find(text.getValue());
        int found = groups.stream().mapToInt(group -> group.found().size()).sum();
        count.setText(text.getValue().isBlank() ? MESSAGES.get("hint") : MESSAGES.get("found", found));
        groups.forEach(this::show);
        body.foundFor(text.getValue());
    }

    private void show(Search.Group group) {
        Div title = new Div(group.title());
        title.addClassName("kind");
        title.getElement().setAttribute("aria-hidden", "true");
        Div kind = new Div(title);
        kind.getElement().setAttribute("role", "group");
        kind.getElement().setAttribute("aria-label", group.title());
        group.found().forEach(found -> kind.add(option(found)));
        if (group.more()) {
            Div more = new Div(MESSAGES.get("more"));
            more.addClassName("facts");
            more.getElement().setAttribute("aria-hidden", "true");
            kind.add(more);
        }
        results.add(kind);
    }

    private Anchor option(Found found) {
        Span title = new Span(found.title());
        title.addClassName("title");
        Span detail = new Span(found.detail());
        detail.addClassName("facts");
        Anchor option = new Anchor(found.path(), title, detail);
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("tabindex", "-1");
        option.getElement().addEventListener("click", click -> close());
        return option;
    }
}
