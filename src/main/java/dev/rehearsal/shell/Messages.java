package dev.rehearsal.shell;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
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

    /** Those of the package of a class. */
    public static Messages beside(Class<?> screen) {
        return OF_PACKAGES.computeIfAbsent(screen.getPackageName(), name -> new Messages(name + ".messages"));
    }

    /** @throws java.util.MissingResourceException for a key that the file does not have */
    public String get(String key, Object... arguments) {
        Locale locale = locale();
        return new MessageFormat(texts(locale).getString(key), locale).format(arguments);
    }

    private ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                bundle,
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }
}
