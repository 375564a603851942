package dev.rehearsal.insight.review;

import dev.rehearsal.insight.review.Difference.Field;
import dev.rehearsal.insight.review.Difference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A headline says what a set does, in one line that is read in a list; rows that it treats alike are named together.
 */
public final class Headline {

    private Headline() {}

    /**
     * Returns text such as {@code rule #204 heron-release, #877: mapping → Heron-150, backgroundRate → 25; removes rule
     * #311}.
     */
    public static String of(List<Difference> differences) {
        Map<Deed, List<String>> alike = new LinkedHashMap<>();
        for (Difference difference : differences) {
            alike.computeIfAbsent(Deed.of(difference), deed -> new ArrayList<>())
                    .add(difference.row());
        }
        return alike.entrySet().stream()
                .map(entry -> entry.getKey().sentence(named(entry.getValue())))
                .collect(Collectors.joining("; "));
    }

    /** Says once what kind of rows they are: {@code rule #1, #2}. */
    private static String named(List<String> rows) {
        StringBuilder named = new StringBuilder();
        String kindBefore = "";
        for (String row : rows) {
            String kind = row.substring(0, row.indexOf(' ') + 1);
            boolean again = kind.equals(kindBefore);
            named.append(named.isEmpty() ? "" : ", ").append(again ? row.substring(kind.length()) : row);
            kindBefore = kind;
        }
        return named.toString();
    }

    /** @param values what fields become; of an added row only what it serves */
    private record Deed(Kind kind, List<Value> values, int parts) {

        record Value(String field, @Nullable String becomes) {

            @Override
            public String toString() {
                return becomes == null ? field + " cleared" : field + " → " + becomes;
            }
        }

        static Deed of(Difference difference) {
            List<Value> values = difference.fields().stream()
                    .filter(field -> difference.kind() != Kind.ADDED || isWhatItServes(field))
                    .filter(field -> difference.kind() != Kind.REMOVED)
                    .map(field -> new Value(field.name(), field.becomes()))
                    .toList();
            int parts = difference.kind() == Kind.EDITED ? difference.parts().size() : 0;
            return new Deed(difference.kind(), values, parts);
        }

        private static boolean isWhatItServes(Field field) {
            return field.name().equals("mapping");
        }

        String sentence(String rows) {
            List<String> said = values.stream().map(Value::toString).collect(Collectors.toCollection(ArrayList::new));
            if (parts > 0) {
                said.add(parts == 1 ? "1 part" : parts + " parts");
            }
            String details = said.isEmpty() ? "" : ": " + String.join(", ", said);
            return switch (kind) {
                case ADDED -> "adds " + rows + details;
                case EDITED -> rows + details;
                case REMOVED -> "removes " + rows;
            };
        }
    }
}
