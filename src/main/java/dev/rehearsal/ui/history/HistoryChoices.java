package dev.rehearsal.ui.history;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.ChannelOffers;
import java.util.List;
import org.springframework.stereotype.Component;

/** The choices by which the signed-in user can narrow the history down. */
@Component
record HistoryChoices(JournalEntries journal, Access access, SignedIn signedIn) {

    /**
     * @param objects the kinds that the reader is told of
     * @param people only oneself for whoever may not see others
     */
    record Offered(List<String> objects, List<String> people, List<String> products, List<String> channels) {}

    Offered in(NodeState state) {
        Actor reader = signedIn.actor();
        ChannelOffers offers = ChannelOffers.of(state);
        return new Offered(
                journal.objects(reader),
                people(reader, state),
                List.copyOf(offers.products()),
                List.copyOf(offers.channels()));
    }

    private List<String> people(Actor reader, NodeState state) {
        return access.may(reader, RequiredPermission.onPeople(Action.VIEW))
                ? state.circumstances().people().keySet().stream()
                        .map(Actor::name)
                        .sorted()
                        .toList()
                : List.of(reader.name());
    }
}
