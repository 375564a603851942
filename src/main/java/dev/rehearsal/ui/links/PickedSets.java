package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several change sets as an address names them, such as {@code 12.14}. */
public record PickedSets(List<ChangeSetId> ids) {

    /** How many can be looked at together: each is shown whole. */
    public static final int MOST = 20;

    static final String PARAMETER = "sets";

    public static final AddressParameters PARAMETERS = AddressParameters.NONE.numbers(PARAMETER);

    public PickedSets {
        ids = List.copyOf(ids);
    }

    /** Leaves out what is no number, and what is too much. */
    public static PickedSets of(QueryParameters query) {
        List<ChangeSetId> ids = new ArrayList<>();
        for (String id : Query.text(query, PARAMETER).split("[.,]", -1)) {
            try {
                ids.add(new ChangeSetId(Long.parseLong(id)));
            } catch (NumberFormatException noNumber) {
                // Names no set.
            }
        }
        return new PickedSets(ids.stream().distinct().limit(MOST).toList());
    }

    public String text() {
        return ids.stream().map(ChangeSetId::toString).collect(Collectors.joining("."));
    }
}
