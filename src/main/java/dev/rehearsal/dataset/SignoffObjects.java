package dev.rehearsal.dataset;

import dev.rehearsal.access.Assurance;
import dev.rehearsal.access.Credential;
import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The signoffs of one change set of a dataset. */
final class SignoffObjects {

    private static final Set<String> FIELDS = Set.of("person", "role", "digest", "at", "grant", "items", "credential");
    private static final Set<String> CREDENTIAL_FIELDS =
            Set.of("kind", "given_by", "given_at", "confirmed_by", "acr", "auth_time");

    /** Marks a token or password that is not here: nobody can confirm it any more. */
    private static final long ELSEWHERE = -1;

    private SignoffObjects() {}

    /**
     * A signoff that somebody has given.
     *
     * @param digest null where the file does not say: it does not count then
     * @param at null for the time of the import
     * @param grant the number in the file of the giving of the role; null for the one that is in force
     */
    record Given(
            Actor person,
            Role role,
            @Nullable String digest,
            @Nullable Instant at,
            @Nullable Long grant,
            Map<String, String> items,
            @Nullable Credential credential) {}

    static List<Given> of(DatasetObject set, ProblemList problems) {
        JsonNode sent = set.json().path("signoffs");
        List<Given> signoffs = new ArrayList<>();
        Set<Actor> signers = new HashSet<>();
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isArray()) {
            set.wrong("signoffs", "Must be a list of people and their roles.");
        }
        for (int index = 0; index < sent.size(); index++) {
            String place = "signoffs[" + index + "]";
            if (!(sent.get(index) instanceof ObjectNode json)) {
                set.wrong(place, "Must be an object.");
                continue;
            }
            DatasetObject signoff = new DatasetObject(set.place() + "." + place, json, problems);
            Given given = given(signoff, problems);
            if (signoff.isRight() && !signers.add(given.person())) {
                signoff.wrong("person", "Has signed already: each signs a set once.");
            }
            if (!signoff.isRight()) {
                set.spoiled();
            }
            signoffs.add(given);
        }
        return signoffs;
    }

    private static Given given(DatasetObject signoff, ProblemList problems) {
        signoff.allowOnly(FIELDS);
        return new Given(
                new Actor(signoff.text("person", 100)),
                new Role(signoff.text("role", 50)),
                signoff.has("digest") ? signoff.text("digest", 64) : null,
                signoff.has("at") ? signoff.time("at") : null,
                signoff.has("grant") ? (Long) signoff.json().path("grant").asLong(0) : null,
                items(signoff),
                credential(signoff, problems));
    }

    private static Map<String, String> items(DatasetObject signoff) {
        Map<String, String> items = new HashMap<>();
        JsonNode sent = signoff.json().path("items");
        if (!sent.isMissingNode() && !sent.isObject()) {
            signoff.wrong("items", "Must be an object of what was signed and its digests.");
        }
        sent.properties()
                .forEach(item -> items.put(item.getKey(), item.getValue().asString("")));
        return items;
    }

    private static @Nullable Credential credential(DatasetObject signoff, ProblemList problems) {
        if (!signoff.has("credential")) {
            return null;
        }
        DatasetObject shown =
                new DatasetObject(signoff.place() + ".credential", signoff.object("credential"), problems);
        shown.allowOnly(CREDENTIAL_FIELDS);
        String confirmedBy = shown.optionalText("confirmed_by", 100);
        Credential credential = new Credential(
                kind(shown.text("kind", 10)),
                ELSEWHERE,
                new Actor(shown.text("given_by", 100)),
                shown.time("given_at"),
                confirmedBy == null ? null : new Actor(confirmedBy),
                assurance(shown));
        if (!shown.isRight()) {
            signoff.spoiled();
        }
        return credential;
    }

    /** What is not known stands for a password, as it always has. */
    private static Credential.Kind kind(String said) {
        return Arrays.stream(Credential.Kind.values())
                .filter(kind -> kind.name().equals(said))
                .findFirst()
                .orElse(Credential.Kind.PASSWORD);
    }

    private static @Nullable Assurance assurance(DatasetObject shown) {
        return shown.has("acr") || shown.has("auth_time")
                ? new Assurance(shown.optionalText("acr", 200), shown.has("auth_time") ? shown.time("auth_time") : null)
                : null;
    }
}
