package dev.rehearsal.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.history.FieldChange;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The fields of an entry with their old and new values: the first ones at once, the others once they are asked for. */
class FieldList extends Div {

    private static final Messages MESSAGES = Messages.beside(FieldList.class);
    private static final int AT_ONCE = 8;
    private static final int LONGEST = 80;

    FieldList(JournalEntry entry) {
        addClassName("entry-fields");
        List<Map.Entry<String, FieldChange>> fields = entry.fields().entrySet().stream()
                .filter(field -> JournalFormatter.isListed(entry, field.getKey()))
                .filter(field -> !field.getKey().equals("content"))
                .toList();
        fields.stream().limit(AT_ONCE).forEach(field -> add(told(field)));
        if (fields.size() > AT_ONCE) {
            add(unfolding(fields.subList(AT_ONCE, fields.size())));
        }
    }

    private static Component unfolding(List<Map.Entry<String, FieldChange>> fields) {
        NativeDetails details = new NativeDetails(new Span(MESSAGES.get("fields.more", fields.size())));
        details.addToggleListener(toggled -> {
            if (toggled.isOpened() && details.getContent() == null) {
                Div content = new Div();
                fields.forEach(field -> content.add(told(field)));
                details.setContent(content);
            }
        });
        return details;
    }

    private static Component told(Map.Entry<String, FieldChange> field) {
        String name = field.getKey();
        FieldChange change = field.getValue();
        Span label = new Span(name);
        label.addClassName("facts");
        if (isPart(name)) {
            return new Div(new Text(sign(change)), label);
        }
        Div told = new Div(label);
        if (change.old() != null) {
            told.add(new Text(" "), value("del", name, change.old()));
        }
        if (change.old() != null && change.becomes() != null) {
            told.add(new Text(" →"));
        }
        if (change.becomes() != null) {
            told.add(new Text(" "), value("ins", name, change.becomes()));
        }
        return told;
    }

    /** Parts of releases are told by the hashes of their contents, which say nothing to a person. */
    private static boolean isPart(String name) {
        return name.equals("blob") || name.startsWith("blob.");
    }

    private static String sign(FieldChange change) {
        return change.old() == null ? "+ " : change.becomes() == null ? "− " : "✎ ";
    }

    private static Component value(String tag, String name, Object value) {
        HtmlContainer shown = new HtmlContainer(tag);
        Instant time =
                name.equals("when") && value instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()) : null;
        if (time != null) {
            shown.add(Moment.date(time));
            return shown;
        }
        String text = value.toString();
        shown.setText(cut(text));
        if (text.length() > LONGEST) {
            shown.getElement().setAttribute("title", text);
        }
        return shown;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
