package dev.rehearsal.insight.impact;

import dev.rehearsal.matching.UpdateQuery;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the operating system of a client as people call it. */
final class SystemName {

    private static final Pattern WINDOWS =
            Pattern.compile("Windows_NT (\\d+)\\.(\\d+)(?:\\.\\d+\\.\\d+\\.(\\d{1,9}))?.*");
    private static final Pattern DARWIN = Pattern.compile("Darwin (\\d{1,3})(?:\\D.*)?");
    private static final int FIRST_BUILD_OF_11 = 22_000;
    private static final int FIRST_DARWIN_OF_11 = 20;
    private static final int LAST_DARWIN_OF_15 = 24;

    private static final Map<String, String> WINDOWS_BY_NUMBER = Map.of(
            "5.0", "Windows 2000",
            "5.1", "Windows XP",
            "5.2", "Windows XP",
            "6.0", "Windows Vista",
            "6.1", "Windows 7",
            "6.2", "Windows 8",
            "6.3", "Windows 8.1");

    private SystemName() {}

    static String of(UpdateQuery query) {
        Matcher windows = WINDOWS.matcher(query.osVersion());
        if (windows.matches()) {
            return windows(windows);
        }
        Matcher darwin = DARWIN.matcher(query.osVersion());
        if (darwin.matches()) {
            return macOs(Integer.parseInt(darwin.group(1)));
        }
        return family(query.buildTarget(), query.osVersion());
    }

    private static String windows(Matcher windows) {
        if (windows.group(1).equals("10")) {
            String build = windows.group(3);
            return build != null && Integer.parseInt(build) >= FIRST_BUILD_OF_11 ? "Windows 11" : "Windows 10";
        }
        String number = windows.group(1) + "." + windows.group(2);
        return WINDOWS_BY_NUMBER.getOrDefault(number, "Windows " + number);
    }

    private static String macOs(int darwin) {
        if (darwin < FIRST_DARWIN_OF_11) {
            return "macOS 10." + (darwin - 4);
        }
        return "macOS " + (darwin <= LAST_DARWIN_OF_15 ? darwin - 9 : darwin + 1);
    }

    private static String family(String buildTarget, String osVersion) {
        if (buildTarget.startsWith("WINNT")) {
            return "Windows";
        }
        if (buildTarget.startsWith("Darwin")) {
            return "macOS";
        }
        if (buildTarget.startsWith("Linux") || osVersion.startsWith("Linux")) {
            return "Linux";
        }
        return buildTarget.isEmpty() ? "another system" : buildTarget;
    }
}
