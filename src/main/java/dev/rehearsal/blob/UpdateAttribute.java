package dev.rehearsal.blob;

import java.util.List;
import java.util.Objects;

/** An attribute of an update line that depends on nothing but the locale. */
record UpdateAttribute(String name, Template value) {

    private static final List<String> PLACEHOLDERS = List.of("LOCALE");

    /** @param localized whether {@code %LOCALE%} in the value stands for the client's locale */
    static UpdateAttribute of(String name, String value, boolean localized) {
        return new UpdateAttribute(name, Template.of(value, localized ? PLACEHOLDERS : List.of()));
    }

    void append(StringBuilder out, String locale) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(AttributeText.safe(Objects.requireNonNull(value.fill(locale))))
                .append('"');
    }
}
