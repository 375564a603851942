package dev.rehearsal.change;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a row that somebody sends. What is wrong is collected; what is returned then is a stand-in. */
public interface RowFields {

    /** Returns the text of a field that must be there. */
    String text(String field);

    @Nullable
    String optionalText(String field);

    int integer(String field);

    List<String> texts(String field);

    /** Returns a field as it was sent; null if it was not. */
    @Nullable
    JsonNode sent(String field);

    <T> T wrong(String field, String sentence, T standIn);

    /**
     * Reads what a text stands for.
     *
     * @param parser throws an {@link IllegalArgumentException} or a {@link DateTimeException} for any other text
     * @param otherwise what is wrong with such a text
     */
    default <T> T parsed(String field, Function<String, T> parser, String otherwise, T standIn) {
        String text = text(field);
        try {
            return text.isEmpty() ? standIn : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(field, otherwise, standIn);
        }
    }
}
