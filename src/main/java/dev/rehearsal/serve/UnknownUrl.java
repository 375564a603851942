package dev.rehearsal.serve;

import dev.rehearsal.serve.Answer.MediaType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers as Balrog does to a URL that nothing is behind. */
public final class UnknownUrl {

    static final WireAnswer ANSWER = WireAnswer.of(Answer.of(
            404,
            MediaType.TEXT,
            "The requested URL was not found on the server."
                    + " If you entered the URL manually please check your spelling and try again."));

    private UnknownUrl() {}

    public static void answer(HttpServletResponse response) throws IOException {
        ANSWER.writeTo(response);
    }
}
