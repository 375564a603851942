package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of the screen that goes back on live sets.
 *
 * @param sets in the order in which they were chosen
 */
public record GoBackAddress(List<ChangeSetId> sets) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.numbers("sets");

    public GoBackAddress {
        sets = List.copyOf(sets);
    }

    /** Leaves out what is no number of a set. */
    public static GoBackAddress of(QueryParameters query) {
        return new GoBackAddress(Arrays.stream(Query.text(query, "sets").split(",", -1))
                .flatMap(GoBackAddress::id)
                .distinct()
                .toList());
    }

    private static Stream<ChangeSetId> id(String text) {
        try {
            return Stream.of(new ChangeSetId(Long.parseLong(text.strip())));
        } catch (NumberFormatException noNumber) {
            return Stream.empty();
        }
    }

    QueryParameters query() {
        return new Query()
                .with("sets", sets.stream().map(ChangeSetId::toString).collect(Collectors.joining(",")))
                .parameters();
    }
}
