package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one feature's screens, from the {@code messages.properties} beside its views. Patterns are those of
 * {@link MessageFormat}: an apostrophe is written ’, numbers are grouped as the browser's language does, and an id goes
 * in as a string.
 */
public final class Messages {

    private static final Map<String, Messages> OF_PACKAGES = new ConcurrentHashMap<>();

    private final String bundle;

    private Messages(String bundle) {
        this.bundle = bundle;
    }

    /** Returns those of the package of a class. */
    public static Messages beside(Class<?> screen) {
        return OF_PACKAGES.computeIfAbsent(screen.getPackageName(), name -> new Messages(name + ".messages"));
    }

    /** @throws java.util.MissingResourceException for a key that the file does not have */
    public String get(String key, Object... arguments) {
        return format(key).format(arguments);
    }

    /**
     * A sentence with links or names in it: the components among the arguments stand in their places, wherever the text
     * has these.
     */
    public Component[] parts(String key, Object... arguments) {
        List<Component> parts = new ArrayList<>();
        AttributedCharacterIterator text = format(key).formatToCharacterIterator(arguments);
        while (text.getIndex() < text.getEndIndex()) {
            int end = text.getRunLimit(MessageFormat.Field.ARGUMENT);
            Object place = text.getAttribute(MessageFormat.Field.ARGUMENT);
            if (place instanceof Integer index && arguments[index] instanceof Component part) {
                parts.add(part);
                text.setIndex(end);
            } else {
                parts.add(new Text(read(text, end)));
            }
        }
        return parts.toArray(Component[]::new);
    }

    private static String read(AttributedCharacterIterator text, int end) {
        StringBuilder read = new StringBuilder();
        while (text.getIndex() < end) {
            read.append(text.current());
            text.next();
        }
        return read.toString();
    }

    /** A number that stands alone, grouped as the browser's language does. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    private MessageFormat format(String key) {
        Locale locale = locale();
        return new MessageFormat(texts(locale).getString(key), locale);
    }

    private ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                bundle,
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the language of the signed-in user's browser; English where there is no browser. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
