package dev.rehearsal.approval;

import dev.rehearsal.ledger.Actor;
import java.util.List;
import java.util.Map;

/**
 * The finding of one gate on one state that would be live.
 *
 * @param state that would be live
 * @param expired whose passes of it counted once, and are too old by now
 */
public record GateFinding(Gate gate, TestedState state, Result result, List<Actor> expired) {

    public GateFinding {
        expired = List.copyOf(expired);
    }

    public GateFinding(Gate gate, TestedState state, Result result) {
        this(gate, state, result, List.of());
    }

    public boolean isOpen() {
        return switch (result) {
            case Passed _, ServedBefore _ -> true;
            case Failed _, Untested _ -> false;
        };
    }

    public sealed interface Result {}

    /** @param by whose passes count */
    public record Passed(List<Actor> by) implements Result {}

    /** The channel served just this within the time in which going back is always possible. */
    public record ServedBefore() implements Result {}

    /** @param by the holders of the role whose latest verdict is a fail: one blocks */
    public record Failed(List<Actor> by) implements Result {}

    /** @param missing passes by test channel; the key is empty where it does not matter on which */
    public record Untested(Map<String, Integer> missing) implements Result {

        public Untested {
            missing = Map.copyOf(missing);
        }
    }

    /** Returns for people what is in the way, and what to do about it. */
    public String sentence() {
        String what = "what %s would answer for %s".formatted(state.liveChannel(), state.product());
        return switch (result) {
            case Passed(List<Actor> by) -> "%s was passed by %s".formatted(what, joined(by));
            case ServedBefore() -> "%s was live before".formatted(what);
            case Failed(List<Actor> by) ->
                "%s was failed by %s: change it, or have the verdict revised".formatted(what, joined(by));
            case Untested(Map<String, Integer> missing) ->
                "%s is not tested: %s%s"
                        .formatted(
                                what,
                                String.join(" and ", stillNeeded(missing)),
                                expired.isEmpty()
                                        ? ""
                                        : "; the PASS of %s has expired: give it again".formatted(joined(expired)));
        };
    }

    private List<String> stillNeeded(Map<String, Integer> missing) {
        return missing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "%d more PASS by %s%s is needed"
                        .formatted(
                                entry.getValue(), gate.role(), entry.getKey().isEmpty() ? "" : " on " + entry.getKey()))
                .toList();
    }

    private static String joined(List<Actor> people) {
        return String.join(", ", people.stream().map(Actor::name).toList());
    }
}
