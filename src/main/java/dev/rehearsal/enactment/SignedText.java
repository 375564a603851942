package dev.rehearsal.enactment;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.staging.ProductChannel;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that no two of them read alike: what a signoff was given to stands for nothing else. Most are written
 * as they are; a text in which lists, fields or names could seem to end is quoted.
 */
final class SignedText {

    private static final Pattern MISTAKABLE = Pattern.compile(", |: |[=\\[\\]{}\"\\n]|->| on |^$|^null$");

    private SignedText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .map(field -> of(field.getKey()) + "=" + of(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> values ->
                values.stream().map(SignedText::of).collect(Collectors.joining(", ", "[", "]"));
            default -> {
                String text = value.toString();
                yield MISTAKABLE.matcher(text).find() ? quoted(text) : text;
            }
        };
    }

    /** Returns the pin as people name it. */
    static String ofPin(Pins.Key pin) {
        return "pin %s of %s %s".formatted(pin.version(), word(pin.product()), of(pin.channel()));
    }

    /** Returns the pair as people name it. */
    static String ofPair(ProductChannel pair) {
        return pair.product() == null ? pair.toString() : of(pair.product()) + " on " + pair.channel();
    }

    private static String word(String name) {
        String text = of(name);
        return text.equals(name) && name.indexOf(' ') >= 0 ? quoted(name) : text;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
