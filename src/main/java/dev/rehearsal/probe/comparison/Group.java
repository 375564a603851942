package dev.rehearsal.probe.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Requests whose answers differ in one way, by the rules that decided. */
public final class Group {

    /** Enough to see what they have in common. */
    static final int EXAMPLES = 3;

    /**
     * The key of a group is what its requests share.
     *
     * @param leftStatus 0 where no answer came
     * @param rightStatus 0 where no answer came
     */
    public record Key(Set<Kind> kinds, int leftStatus, int rightStatus, String leftRule, String rightRule) {

        static Key of(Difference difference) {
            return new Key(
                    difference.kinds(),
                    difference.left().status(),
                    difference.right().status(),
                    difference.left().rule(),
                    difference.right().rule());
        }

        /** In words, such as "another rule, another release: rule 12, on the right rule 15". */
        public String title() {
            String what = kinds.stream().map(Kind::words).collect(Collectors.joining(", "));
            String status = leftStatus == rightStatus
                    ? ""
                    : " (" + status(leftStatus) + ", on the right " + status(rightStatus) + ")";
            String rule =
                    leftRule.equals(rightRule) ? rule(leftRule) : rule(leftRule) + ", on the right " + rule(rightRule);
            return what + status + ": " + rule;
        }

        private static String status(int status) {
            return status == 0 ? "no answer" : Integer.toString(status);
        }

        private static String rule(String rule) {
            return rule.equals(ReplySummary.NONE) ? "no rule told" : "rule " + rule;
        }
    }

    private final Key key;
    private final Amount amount = new Amount();
    private final List<Example> examples = new ArrayList<>();

    Group(Key key) {
        this.key = key;
    }

    void add(Counted counted, Difference difference) {
        amount.add(counted);
        if (examples.size() < EXAMPLES) {
            examples.add(Example.of(counted, difference));
        }
    }

    public Key key() {
        return key;
    }

    public Amount amount() {
        return amount;
    }

    public List<Example> examples() {
        return Collections.unmodifiableList(examples);
    }
}
