package dev.rehearsal.monitor;

import java.util.List;
import java.util.Set;

/**
 * What a client got.
 *
 * @param rule the id of the rule that answered, or {@link #NO_RULE}
 * @param lines what the release said: each file and each update, without the frame around them
 */
public record Answer(String rule, List<String> lines) {

    public static final String NO_RULE = "unknown";

    private static final Set<String> FRAME =
            Set.of("", "<?xml version=\"1.0\"?>", "<updates>", "</updates>", "</update>", "<addons>", "</addons>");

    public Answer {
        lines = List.copyOf(lines);
    }

    boolean servesSomething() {
        return !lines.isEmpty();
    }

    static Answer of(int status, String rule, String body) {
        return status == 200
                ? new Answer(
                        rule,
                        body.lines()
                                .map(String::strip)
                                .filter(line -> !FRAME.contains(line))
                                .toList())
                : new Answer(rule, List.of("status " + status));
    }
}
