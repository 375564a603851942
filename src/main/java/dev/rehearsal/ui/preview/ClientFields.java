package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.insight.preview.AskedUrl.Part;
import dev.rehearsal.ui.frame.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Fields for what a client says of itself, for whoever has no URL at hand. */
class ClientFields extends Div {

    private static final Messages MESSAGES = Messages.beside(ClientFields.class);

    private final Map<Part, TextField> fields = new EnumMap<>(Part.class);
    private final Supplier<String> url;
    private final Consumer<String> onChange;

    /**
     * @param url of a client that the fields vary
     * @param onChange takes the URL of the client that the fields describe
     * @param onEnter when somebody is done
     */
    ClientFields(Supplier<String> url, Consumer<String> onChange, Runnable onEnter) {
        this.url = url;
        this.onChange = onChange;
        addClassName("client-fields");
        getElement().setAttribute("role", "group").setAttribute("aria-label", MESSAGES.get("client"));
        for (Part part : Part.values()) {
            TextField field = new TextField(MESSAGES.get("client." + part.name().toLowerCase(Locale.ROOT)));
            field.addThemeName("small");
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    vary(part, change.getValue().strip());
                }
            });
            field.addKeyPressListener(Key.ENTER, press -> onEnter.run());
            fields.put(part, field);
            add(field);
        }
    }

    private void vary(Part part, String value) {
        onChange.accept(AskedUrl.of(url.get()).with(part, value).path());
    }

    /** Fills the fields from a URL; they stay as they are where it is none. */
    void show(String asked) {
        AskedUrl read = AskedUrl.of(asked);
        fields.forEach((part, field) -> read.part(part).ifPresent(field::setValue));
    }
}
