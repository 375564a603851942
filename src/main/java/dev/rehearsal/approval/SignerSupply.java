package dev.rehearsal.approval;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether there are people enough to sign, or to pass: each of them counts once, in one role, and nobody for what
 * they wrote.
 *
 * @param people who can sign, or pass
 * @param authorMaySign whether authors count, too
 */
public record SignerSupply(Collection<Person> people, boolean authorMaySign) {

    private static final List<PermissionName> WRITING = List.of(
            PermissionName.RULE,
            PermissionName.RELEASE,
            PermissionName.RELEASE_LOCALE,
            PermissionName.RELEASE_READ_ONLY,
            PermissionName.PINNABLE_RELEASE,
            PermissionName.EMERGENCY_SHUTOFF,
            PermissionName.REQUIRED_SIGNOFF,
            PermissionName.CHANNEL_MAPPING,
            PermissionName.GATE);

    public SignerSupply {
        people = List.copyOf(people);
    }

    /** Returns those who can sign: automation never does (a Balrog fact). */
    public static SignerSupply ofSigners(Collection<Person> people, boolean authorMaySign) {
        return new SignerSupply(
                people.stream().filter(person -> !person.automation()).toList(), authorMaySign);
    }

    /** Whether somebody can be the author of a change of this product; null for any product. */
    public static Predicate<Person> writersOf(@Nullable String product) {
        return person -> product == null
                ? WRITING.stream().anyMatch(person.permissions()::containsKey)
                        || person.permissions().containsKey(PermissionName.ADMIN)
                : WRITING.stream().anyMatch(name -> person.may(new RequiredPermission(name, null, product)));
    }

    /** Whether somebody can be the author of a change of who may do what. */
    public static boolean writesPermissions(Person person) {
        return Stream.of(PermissionName.PERMISSION, PermissionName.REQUIRED_SIGNOFF)
                .anyMatch(name -> person.may(new RequiredPermission(name, null, null)));
    }

    /**
     * Returns why not everything can be signed that these requirements are for; nothing if it can.
     *
     * @param writers who may be the author
     */
    public Optional<String> whyNot(Requirements needed, Predicate<Person> writers) {
        if (!canSign(needed, null)) {
            return Optional.of(
                    "too few people hold the roles: %s needed, each by somebody else".formatted(words(needed)));
        }
        return people.stream()
                .filter(person -> !authorMaySign && writers.test(person))
                .filter(person -> needed.perRole().keySet().stream().anyMatch(person::holds))
                .filter(author -> !canSign(needed, author))
                .map(author -> "too few could agree to what %s writes: %s needed, each by somebody else than its author"
                        .formatted(author.name(), words(needed)))
                .findFirst();
    }

    /** A small matching: each signoff that is needed finds a signer, who may push another signoff to somebody else. */
    private boolean canSign(Requirements needed, @Nullable Person author) {
        List<Set<Person>> signers = new ArrayList<>();
        for (Map.Entry<Role, Integer> required : needed.perRole().entrySet()) {
            Set<Person> holders = Set.copyOf(people.stream()
                    .filter(person -> person != author && person.holds(required.getKey()))
                    .toList());
            if (holders.size() < required.getValue()) {
                return false;
            }
            for (int at = 0; at < required.getValue(); at++) {
                signers.add(holders);
            }
        }
        Map<Person, Integer> taken = new HashMap<>();
        for (int signoff = 0; signoff < signers.size(); signoff++) {
            if (!finds(signoff, signers, taken, new ArrayList<>())) {
                return false;
            }
        }
        return true;
    }

    private static boolean finds(
            int signoff, List<Set<Person>> signers, Map<Person, Integer> taken, List<Person> asked) {
        for (Person signer : signers.get(signoff)) {
            if (!asked.contains(signer)) {
                asked.add(signer);
                Integer other = taken.get(signer);
                if (other == null || finds(other, signers, taken, asked)) {
                    taken.put(signer, signoff);
                    return true;
                }
            }
        }
        return false;
    }

    private static String words(Requirements needed) {
        List<String> words = new ArrayList<>();
        needed.perRole().forEach((role, count) -> words.add(count + " " + role));
        return String.join(" and ", words)
                + (words.size() == 1 && words.getFirst().startsWith("1 ") ? " is" : " are");
    }
}
