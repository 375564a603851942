package dev.rehearsal.ui.preview;

import java.util.ArrayList;
import java.util.List;

/**
 * An update answer cut into lines that can be read and compared: one for each tag, one for each attribute. It only
 * inserts line breaks, so that what is not well-formed is shown as it is.
 */
final class XmlLines {

    private static final String STEP = "  ";

    private final List<String> lines = new ArrayList<>();
    private int depth;

    private XmlLines() {}

    static List<String> of(String answer) {
        if (!answer.stripLeading().startsWith("<")) {
            return answer.lines().toList();
        }
        XmlLines cutting = new XmlLines();
        int at = 0;
        while (at < answer.length()) {
            int end = answer.charAt(at) == '<' ? answer.indexOf('>', at) + 1 : answer.indexOf('<', at);
            int next = end <= 0 ? answer.length() : end;
            cutting.add(answer.substring(at, next).strip());
            at = next;
        }
        return cutting.lines;
    }

    private void add(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (piece.startsWith("</")) {
            depth = Math.max(0, depth - 1);
        }
        if (piece.startsWith("<") && !piece.startsWith("<?")) {
            addTag(piece);
        } else {
            lines.add(STEP.repeat(depth) + piece);
        }
        boolean opens = piece.startsWith("<") && !piece.startsWith("</") && !piece.startsWith("<?");
        if (opens && !piece.endsWith("/>")) {
            depth++;
        }
    }

    private void addTag(String tag) {
        int start = 0;
        boolean quoted = false;
        String indent = STEP.repeat(depth);
        for (int at = 0; at < tag.length(); at++) {
            char character = tag.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ' ' && !quoted) {
                lines.add(indent + tag.substring(start, at));
                indent = STEP.repeat(depth + 2);
                start = at + 1;
            }
        }
        lines.add(indent + tag.substring(start));
    }
}
