package dev.rehearsal.notice;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.WaitingForMe;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what waits for people to sign, to test or to decide, each told once to all of them together. */
@Component
class WaitingNotices {

    private final WaitingForMe waiting;

    WaitingNotices(WaitingForMe waiting) {
        this.waiting = waiting;
    }

    List<NewNotice> in(NodeState state) {
        Map<ChangeSet, Waiting> toSign = new LinkedHashMap<>();
        Map<Place, Waiting> toTest = new LinkedHashMap<>();
        List<NewNotice> found = new ArrayList<>();
        for (Person person : state.circumstances().people().values()) {
            if (!person.automation()) {
                Actor actor = new Actor(person.name());
                for (WaitingForMe.ToSign sign : waiting.toSign(state, actor)) {
                    toSign.computeIfAbsent(sign.set(), set -> new Waiting())
                            .add(
                                    actor,
                                    sign.roles().stream().map(Object::toString).toList());
                }
                for (WaitingForMe.ToTest test : waiting.toTest(state, actor)) {
                    toTest.computeIfAbsent(
                                    new Place(test.mapping(), test.finding().state()), place -> new Waiting())
                            .add(actor, List.of());
                }
                waiting.toDecide(state, actor).stream()
                        .filter(set -> set.state() instanceof ChangeSet.Pending)
                        .forEach(set -> found.add(toDecide(set)));
            }
        }
        toSign.forEach((set, who) -> found.add(toSign(set, who)));
        toTest.forEach((place, who) -> found.add(toTest(place, who)));
        return found;
    }

    private record Place(ChannelMapping mapping, TestedState state) {}

    /** The people and roles that a set waits for. */
    private record Waiting(Set<String> people, Set<String> roles) {

        Waiting() {
            this(new TreeSet<>(), new TreeSet<>());
        }

        void add(Actor person, List<String> as) {
            people.add(person.name());
            roles.addAll(as);
        }
    }

    /** Told again once it is something else. */
    private static NewNotice toSign(ChangeSet set, Waiting who) {
        return new NewNotice(
                NoticeKind.TO_SIGN,
                "to_sign:%s:%d".formatted(set.id(), set.dataVersion()),
                set.id().value(),
                null,
                null,
                who.people(),
                null,
                "Change set %s “%s” waits for a signoff".formatted(set.id(), set.title()),
                who.roles().stream()
                        .collect(Collectors.joining(
                                ", ", "By " + set.author() + ", due at " + set.due() + ". Needed: ", ".")),
                "changes/" + set.id());
    }

    private static NewNotice toTest(Place place, Waiting who) {
        TestedState state = place.state();
        String channel = place.mapping().testChannel();
        return new NewNotice(
                NoticeKind.TO_TEST,
                "to_test:%s:%s:%s:%s".formatted(state.product(), state.liveChannel(), channel, state.fingerprint()),
                null,
                state.product(),
                state.liveChannel(),
                who.people(),
                null,
                "%s of %s waits for a verdict".formatted(channel, state.product()),
                "It shows what %s comes to, and nobody who counts has judged that.".formatted(state.liveChannel()),
                StandingNotices.testChannel(channel, state.product()));
    }

    private static NewNotice toDecide(ChangeSet set) {
        return new NewNotice(
                NoticeKind.TO_DECIDE,
                "to_decide:%s:%d".formatted(set.id(), set.dataVersion()),
                set.id().value(),
                null,
                null,
                Set.of(set.author().name()),
                null,
                "Change set %s “%s” waits for your decision".formatted(set.id(), set.title()),
                "It is in conflict with what is there now: choose what it shall be, or withdraw it.",
                "changes/" + set.id());
    }
}
