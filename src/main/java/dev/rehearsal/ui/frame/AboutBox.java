package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dialog that says which program this is, and which node answers. */
class AboutBox extends Dialog {

    private static final Messages MESSAGES = Messages.beside(AboutBox.class);

    AboutBox(AboutNode node) {
        setHeaderTitle(MESSAGES.get("about.title"));
        setWidth("min(560px, 94vw)");
        addClassName("about");
        DescriptionList facts = new DescriptionList();
        add(facts, "version", text(node.identity().version()));
        add(facts, "commit", text(node.identity().commit()));
        add(facts, "role", new Text(MESSAGES.get("about.role." + node.role())));
        add(facts, "database", new Text(node.database()));
        add(facts, "allow-list", allowList(node.identity().allowListHash()));
        add(facts, "up-since", Moment.date(node.startedAt()));
        add(facts);
        getFooter().add(new Button(MESSAGES.get("about.close"), click -> close()));
    }

    private static void add(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(MESSAGES.get("about." + key)), new DescriptionList.Description(value));
    }

    private static Component text(@Nullable String known) {
        return new Text(Objects.requireNonNullElse(known, MESSAGES.get("about.unknown")));
    }

    /** Shows the hash of the allow-list: of two nodes that differ in it, one serves files that the other does not. */
    private static Component allowList(@Nullable String hash) {
        Span shown = new Span(hash == null ? MESSAGES.get("about.no-allow-list") : hash);
        if (hash != null) {
            shown.addClassName("mono");
        }
        return shown;
    }
}
