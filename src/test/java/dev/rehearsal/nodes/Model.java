package dev.rehearsal.nodes;

import dev.rehearsal.ledger.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One change set as the rules say it behaves when one person after the other does something to it.
 *
 * @param content what the set would make of both of its rules, or has made
 * @param signers who has signed, each with the content that they signed: it counts while that is the set's
 * @param versions each data version that the set had, with its state then
 * @param signoffs each signoff that was given (+) or is gone (-)
 */
record Model(
        String state,
        String content,
        String title,
        SortedMap<String, String> signers,
        List<String> versions,
        List<String> signoffs) {

    static Model pending(String content, String title) {
        return new Model("pending", content, title, new TreeMap<>(), List.of("1 pending"), List.of());
    }

    /** What the step leads to, and how it ends for who takes it. */
    record Taken(Model after, Outcome outcome) {}

    int dataVersion() {
        return versions.size();
    }

    /** @param seen the data version that the actor has looked at */
    Taken take(Step step, int seen) {
        boolean current = seen == dataVersion();
        boolean open = state.equals("pending") || state.equals("held");
        return switch (step) {
            case Step.Edit(Actor _, String other) -> current && open ? done(edited(other)) : refused(Outcome.CONFLICT);
            case Step.Retitle(Actor _, String other) ->
                current && open ? done(titled(other)) : refused(Outcome.CONFLICT);
            case Step.Hold _ -> current && state.equals("pending") ? done(in("held")) : refused(Outcome.CONFLICT);
            case Step.Withdraw _ -> current && open ? done(in("withdrawn")) : refused(Outcome.CONFLICT);
            case Step.Enact _ -> current ? enacted() : refused(Outcome.CONFLICT);
            case Step.EnactUnseen _ -> enacted();
            case Step.Sign(Actor by) -> {
                if (!current || !open) {
                    yield refused(Outcome.CONFLICT);
                }
                yield content.equals(signers.get(by.name())) ? refused(Outcome.DONE) : done(signed(by));
            }
            case Step.Revoke(Actor by) -> {
                if (!open) {
                    yield refused(Outcome.CONFLICT);
                }
                yield signers.containsKey(by.name()) ? done(revoked(by)) : refused(Outcome.NOT_FOUND);
            }
        };
    }

    private Taken enacted() {
        if (!state.equals("pending")) {
            return refused(Outcome.CONFLICT);
        }
        return signers.containsValue(content) ? done(in("enacted")) : refused(Outcome.INVALID);
    }

    private Taken done(Model after) {
        return new Taken(after, Outcome.DONE);
    }

    private Taken refused(Outcome outcome) {
        return new Taken(this, outcome);
    }

    private Model in(String next) {
        return new Model(next, content, title, signers, versioned(next), signoffs);
    }

    private Model titled(String next) {
        return new Model(state, content, next, signers, versioned(state), signoffs);
    }

    private Model edited(String next) {
        return new Model(state, next, title, signers, versioned(state), signoffs);
    }

    private Model signed(Actor by) {
        SortedMap<String, String> more = new TreeMap<>(signers);
        more.put(by.name(), content);
        return new Model(state, content, title, more, versions, with(signoffs, "+" + by));
    }

    private Model revoked(Actor by) {
        SortedMap<String, String> fewer = new TreeMap<>(signers);
        fewer.remove(by.name());
        return new Model(state, content, title, fewer, versions, with(signoffs, "-" + by));
    }

    /** The set as tables tell of it, which do not say which content somebody signed. */
    Model asTold() {
        SortedMap<String, String> told = new TreeMap<>();
        signers.keySet().forEach(signer -> told.put(signer, ""));
        return new Model(state, content, title, told, versions, signoffs);
    }

    private List<String> versioned(String then) {
        return with(versions, (dataVersion() + 1) + " " + then);
    }

    private static List<String> with(List<String> list, String last) {
        List<String> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
