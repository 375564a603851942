package dev.rehearsal.probe;

import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values on both sides of what a rule asks: first one that meets it. */
final class Boundaries {

    private static final Pattern COMPARED = Pattern.compile("([<>]?)(=?)(.*)");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Boundaries() {}

    /** @param asked by the rule, as it stands there */
    static List<String> of(RuleField field, String asked) {
        return switch (field) {
            case VERSION -> ofVersions(asked);
            case BUILD_ID, MEMORY -> ofNumber(asked);
            case OS_VERSION -> ofSystems(asked);
            case JAWS, MIG64 -> List.of(asked, asked.equals("true") ? "false" : "true");
            default -> List.of(asked.split(",", -1));
        };
    }

    private static List<String> ofVersions(String asked) {
        List<String> values = new ArrayList<>();
        for (String part : asked.split(",", -1)) {
            if (part.endsWith("*")) {
                String stem = part.substring(0, part.length() - 1);
                values.addAll(around(stem.endsWith(".") ? stem + "0" : stem, "", true));
            } else {
                Matcher compared = COMPARED.matcher(part);
                if (compared.matches()) {
                    values.addAll(around(
                            compared.group(3),
                            compared.group(1),
                            !compared.group(2).isEmpty()));
                }
            }
        }
        return values;
    }

    private static List<String> around(String version, String sign, boolean orEqual) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches()) {
            return List.of();
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = numbers.group(2) == null ? 0 : Integer.parseInt(numbers.group(2));
        String below = minor > 0 ? major + "." + (minor - 1) : Math.max(0, major - 1) + ".0";
        String above = major + "." + (minor + 1);
        String beyond = (major + 1) + ".0";
        return inOrder(sign, orEqual, below, version, above, beyond);
    }

    private static List<String> inOrder(
            String sign, boolean orEqual, String below, String level, String above, String beyond) {
        return switch (sign) {
            case "<" -> orEqual ? List.of(level, below, above, beyond) : List.of(below, level, above, beyond);
            case ">" -> orEqual ? List.of(level, above, beyond, below) : List.of(above, beyond, level, below);
            default -> List.of(level, below, above, beyond);
        };
    }

    private static List<String> ofNumber(String asked) {
        Matcher compared = COMPARED.matcher(asked);
        if (!compared.matches() || !NUMBER.matcher(compared.group(3)).matches()) {
            return List.of();
        }
        long level = Long.parseLong(compared.group(3));
        return inOrder(
                        compared.group(1),
                        !compared.group(2).isEmpty(),
                        Long.toString(Math.max(0, level - 1)),
                        compared.group(3),
                        Long.toString(level + 1),
                        Long.toString(level + 1))
                .stream()
                .distinct()
                .toList();
    }

    /** Returns the systems to ask for: of terms that must all occur, all of them. */
    private static List<String> ofSystems(String asked) {
        List<String> systems = new ArrayList<>();
        for (String alternative : asked.split(",", -1)) {
            systems.add(alternative.replace("&&", " ").strip());
        }
        return systems;
    }
}
