package dev.rehearsal.probe.adoption;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.VersionPattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values to send so that one criterion of a rule holds, and those to send to come just beyond it.
 *
 * @param holding a value that meets the criterion
 * @param others values at its edges, on either side, and of other alternatives
 */
record TriedValues(String holding, List<String> others) {

    private static final int MOST_ALTERNATIVES = 6;

    /**
     * @param asked as the rule has it
     * @param likely what the client would send otherwise; taken if it meets the criterion
     */
    static TriedValues of(Criterion criterion, String asked, String likely) {
        return switch (criterion) {
            case VERSION -> version(asked, likely);
            case BUILD_ID, MEMORY -> number(asked);
            case OS_VERSION ->
                alternatives(asked.split(",", -1), " *&& *")
                        .and("Linux 6.1.0 (GTK 3.24)")
                        .and("SunOS 5.11");
            case LOCALE, INSTRUCTION_SET, DISTRIBUTION ->
                alternatives(asked.split(",", -1), "$^")
                        .and(ClientUrl.usual(criterion))
                        .and("xx");
            case BUILD_TARGET, DIST_VERSION ->
                new TriedValues(asked, List.of())
                        .and(ClientUrl.usual(criterion))
                        .and("other");
            case MIG64, JAWS -> new TriedValues(asked, List.of(Boolean.toString(!asked.equals("true")), ""));
            case PRODUCT, CHANNEL, HEADER_ARCHITECTURE -> new TriedValues(asked, List.of());
        };
    }

    private TriedValues and(String other) {
        return other.equals(holding) || others.contains(other)
                ? this
                : new TriedValues(
                        holding,
                        Stream.concat(others.stream(), Stream.of(other)).toList());
    }

    private static TriedValues alternatives(String[] asked, String terms) {
        List<String> values = Stream.of(asked)
                .limit(MOST_ALTERNATIVES)
                .map(value -> value.replaceAll(terms, " ").strip())
                .toList();
        return new TriedValues(values.getFirst(), values.subList(1, values.size()));
    }

    private static TriedValues version(String asked, String likely) {
        List<String> tried = new ArrayList<>();
        for (String part : asked.split(",", MOST_ALTERNATIVES)) {
            String operand = operand(part);
            if (operand.endsWith("*")) {
                String stem = operand.substring(0, operand.length() - 1);
                tried.addAll(List.of(stem + "0", below(stem + "0"), above(stem + "9")));
            } else {
                tried.addAll(List.of(operand, below(operand), above(operand)));
            }
        }
        String holding = Stream.concat(Stream.of(likely), tried.stream())
                .filter(version -> holds(asked, version))
                .findFirst()
                .orElse(likely);
        return new TriedValues(
                holding,
                tried.stream()
                        .filter(version -> !version.equals(holding))
                        .distinct()
                        .toList());
    }

    private static boolean holds(String asked, String version) {
        try {
            return VersionPattern.of(asked).matches(version);
        } catch (BadQueryException | UnanswerableException e) {
            return false;
        }
    }

    private static TriedValues number(String asked) {
        String operand = operand(asked);
        if (operand.isEmpty() || !operand.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return new TriedValues(operand, List.of());
        }
        BigInteger at = new BigInteger(operand);
        String below = at.subtract(BigInteger.ONE).max(BigInteger.ZERO).toString();
        String above = at.add(BigInteger.ONE).toString();
        boolean orEqual = asked.contains("=") || operand.equals(asked);
        String holding = orEqual ? operand : asked.startsWith("<") ? below : above;
        return new TriedValues(
                holding,
                Stream.of(operand, below, above)
                        .filter(value -> !value.equals(holding))
                        .toList());
    }

    private static String operand(String asked) {
        int start = 0;
        while (start < asked.length() && "<>=".indexOf(asked.charAt(start)) >= 0) {
            start++;
        }
        return asked.substring(start);
    }

    /** The version before, with the last number that is not 0 lowered by one: 127.0 before 128.0. */
    static String below(String version) {
        String[] numbers = version.replaceAll("[a-zA-Z].*", "").split("\\.", -1);
        for (int at = numbers.length - 1; at >= 0; at--) {
            if (numbers[at].matches("\\d{1,9}") && Integer.parseInt(numbers[at]) > 0) {
                numbers[at] = Integer.toString(Integer.parseInt(numbers[at]) - 1);
                break;
            }
        }
        return String.join(".", numbers);
    }

    /** A version just after: 128.0.1 after 128.0. */
    private static String above(String version) {
        String numbers = version.replaceAll("[a-zA-Z].*", "");
        int last = numbers.lastIndexOf('.');
        if (numbers.indexOf('.') == last || !numbers.substring(last + 1).matches("\\d{1,9}")) {
            return numbers + ".1";
        }
        return numbers.substring(0, last + 1) + (Integer.parseInt(numbers.substring(last + 1)) + 1);
    }
}
