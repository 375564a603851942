package dev.rehearsal.ui.preview;

import dev.rehearsal.insight.preview.Differences;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.List;

/** Says in words how much a staged table differs from the live one. */
public final class DifferencesFormatter {

    private static final Messages MESSAGES = Messages.beside(DifferencesFormatter.class);

    private DifferencesFormatter() {}

    /** Returns text such as {@code 2 edited · 1 added · 1 removed · 1 release}; empty where nothing differs. */
    public static String said(Differences differences) {
        List<String> parts = new ArrayList<>();
        add(parts, "differences.edited", differences.edited());
        add(parts, "differences.added", differences.added());
        add(parts, "differences.removed", differences.removed());
        add(parts, "differences.releases", differences.releases());
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(MESSAGES.get(key, count));
        }
    }
}
