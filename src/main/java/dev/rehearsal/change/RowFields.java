package dev.rehearsal.change;

import java.util.List;
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
}
