package dev.rehearsal.probe.comparison.requests;

import dev.rehearsal.probe.comparison.Request;
import java.util.List;
import java.util.Optional;

/** Lines of columns parted by tabs, as CloudFront writes them: their names stand in a line {@code #Fields:}, if anywhere. */
final class TabbedLines {

    private static final String NAMES = "#Fields:";
    private static final List<String> USUAL = List.of(
            "date",
            "time",
            "x-edge-location",
            "sc-bytes",
            "c-ip",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "sc-status",
            "cs(Referer)",
            "cs(User-Agent)",
            "cs-uri-query");

    private List<String> names = USUAL;

    void name(String comment) {
        if (comment.startsWith(NAMES)) {
            names = List.of(comment.substring(NAMES.length()).strip().split("\\s+"));
        }
    }

    boolean canRead(String line) {
        return line.indexOf('\t') >= 0
                && Request.of(unescaped(column(line, "cs-uri-stem")), false).isPresent();
    }

    Optional<Request> read(String line) {
        String method = column(line, "cs-method");
        if (!method.isEmpty() && !LogLines.isRead(method)) {
            return Optional.empty();
        }
        String path = unescaped(column(line, "cs-uri-stem"));
        String query = unescaped(column(line, "cs-uri-query"));
        return Request.of(
                query.isEmpty() || query.equals("-") ? path : path + "?" + query,
                LogLines.saysPowerPc(column(line, "cs(User-Agent)")));
    }

    /** CloudFront escapes the escapes of clients once more. */
    private static String unescaped(String value) {
        return value.replace("%25", "%");
    }

    private String column(String line, String name) {
        int index = names.indexOf(name);
        String[] columns = line.split("\t", -1);
        return index < 0 || index >= columns.length ? "" : columns[index];
    }
}
