package dev.rehearsal.ui.frame;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.problem.WireNamed;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parameters that a screen takes from its address, and what each may say. */
public final class AddressParameters {

    public static final AddressParameters NONE = new AddressParameters(Map.of());

    private static final Messages MESSAGES = Messages.beside(AddressParameters.class);

    /** Numbers and ranges of these, such as {@code 7.12-15}. */
    private static final Pattern NUMBERS = Pattern.compile("\\s*\\d{1,18}(-\\d{1,18})?\\s*");

    private static final String SET = "1";

    /** What the way to the screen through signing in leaves behind. */
    private static final String SIGNED_IN = "continue";

    private final Map<String, Kind> kinds;

    private AddressParameters(Map<String, Kind> kinds) {
        this.kinds = Collections.unmodifiableMap(kinds);
    }

    private sealed interface Kind {

        /** Anything: the screen itself says what it does not find. */
        record Text() implements Kind {}

        record Number() implements Kind {}

        record Numbers() implements Kind {}

        record Time() implements Kind {}

        record Day() implements Kind {}

        /** There or not. */
        record Flag() implements Kind {}

        record Choice(List<String> values) implements Kind {}
    }

    public AddressParameters text(String... names) {
        return with(new Kind.Text(), names);
    }

    /** Whole ones from 0. */
    public AddressParameters number(String... names) {
        return with(new Kind.Number(), names);
    }

    /** Several, with dots or commas between them. */
    public AddressParameters numbers(String... names) {
        return with(new Kind.Numbers(), names);
    }

    /** In epoch milliseconds. */
    public AddressParameters time(String... names) {
        return with(new Kind.Time(), names);
    }

    /** Such as {@code 2026-11-02}. */
    public AddressParameters day(String... names) {
        return with(new Kind.Day(), names);
    }

    /** There, as {@code 1}, or not. */
    public AddressParameters flag(String... names) {
        return with(new Kind.Flag(), names);
    }

    public AddressParameters choice(String name, List<String> values) {
        return with(new Kind.Choice(values), name);
    }

    public <E extends Enum<E> & WireNamed> AddressParameters choice(String name, Class<E> type) {
        return choice(
                name,
                Arrays.stream(type.getEnumConstants()).map(WireNamed::wireName).toList());
    }

    private AddressParameters with(Kind kind, String... names) {
        Map<String, Kind> more = new LinkedHashMap<>(kinds);
        Stream.of(names).forEach(name -> more.put(name, kind));
        return new AddressParameters(more);
    }

    /** Returns a sentence for each parameter that says nothing to the screen. */
    List<String> problems(QueryParameters query) {
        return query.getParameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(SIGNED_IN))
                .flatMap(parameter -> problem(
                        query,
                        parameter.getKey(),
                        parameter.getValue().isEmpty()
                                ? ""
                                : parameter.getValue().getFirst())
                        .stream())
                .toList();
    }

    private Optional<String> problem(QueryParameters query, String name, String value) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            return Optional.of(MESSAGES.get("address.no-parameter", name, value));
        }
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case Kind.Text _ -> Optional.empty();
            case Kind.Number _ -> {
                Long number = Query.number(query, name);
                yield unless(number != null && number >= 0, "address.no-number", name, value);
            }
            case Kind.Numbers _ ->
                unless(
                        Stream.of(value.split("[.,]", -1))
                                .allMatch(one -> NUMBERS.matcher(one).matches()),
                        "address.no-numbers",
                        name,
                        value);
            case Kind.Time _ -> unless(Query.time(query, name) != null, "address.no-time", name, value);
            case Kind.Day _ -> unless(Query.day(query, name) != null, "address.no-day", name, value);
            case Kind.Flag _ -> unless(value.equals(SET), "address.no-flag", name, value);
            case Kind.Choice(List<String> values) ->
                unless(values.contains(value), "address.no-choice", name, value, String.join(", ", values));
        };
    }

    private static Optional<String> unless(boolean understood, String key, Object... arguments) {
        return understood ? Optional.empty() : Optional.of(MESSAGES.get(key, arguments));
    }
}
