package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignerSupplyTest {

    private static final List<String> ROLES = List.of("qa", "releng", "relman");

    /** People are divided by commas, their roles by spaces; a star marks who can write. */
    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            qa           | qa                        | true
            qa           | *qa                       | false
            qa           | *qa,qa                    | true
            qa           | *qa,*qa                   | true
            qa 2         | *qa,*qa                   | false
            qa 2         | *qa,*qa,*qa               | true
            qa,releng    | qa releng                 | false
            qa,releng    | qa releng,qa releng       | true
            qa,releng    | *qa releng,*qa releng     | false
            qa,releng    | *qa releng,*qa releng,*qa releng | true
            qa,releng    | *qa releng,qa,releng      | true
            qa,releng    | *qa releng,qa,qa          | false
            qa 2,releng  | qa releng,qa releng,qa    | true
            qa 2,releng  | qa releng,qa,relman       | false
            relman       | *,qa                      | false
            """)
    void twoRolesNeedThreePeople(String needed, String people, boolean enough) {
        SignerSupply supply = SignerSupply.ofSigners(people(people), false);

        assertThat(supply.whyNot(requirements(needed), writer("Firefox")).isEmpty())
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qa        | *qa           | true
            qa 2      | *qa,*qa       | true
            qa,releng | *qa releng    | false
            """)
    void authorsCountWhereTheyMaySign(String needed, String people, boolean enough) {
        SignerSupply supply = SignerSupply.ofSigners(people(people), true);

        assertThat(supply.whyNot(requirements(needed), writer("Firefox")).isEmpty())
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itAnswersAsWhoeverTriesEveryAssignment(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<Person> people = new ArrayList<>();
            int size = random.nextInt(6);
            for (int at = 0; at < size; at++) {
                Set<Role> roles = new HashSet<>();
                ROLES.stream().filter(role -> random.nextBoolean()).forEach(role -> roles.add(new Role(role)));
                people.add(person("p" + at, roles, random.nextBoolean()));
            }
            TreeMap<Role, Integer> needed = new TreeMap<>();
            ROLES.stream()
                    .filter(role -> random.nextBoolean())
                    .forEach(role -> needed.put(new Role(role), 1 + random.nextInt(2)));

            boolean enough = SignerSupply.ofSigners(people, false)
                    .whyNot(new Requirements(needed), writer("Firefox"))
                    .isEmpty();

            assertThat(enough).as("%s for %s", needed, people).isEqualTo(tried(people, needed));
        }
    }

    private static boolean tried(List<Person> people, Map<Role, Integer> needed) {
        List<Role> signoffs = new ArrayList<>();
        needed.forEach((role, count) -> {
            for (int at = 0; at < count; at++) {
                signoffs.add(role);
            }
        });
        return assigned(people, signoffs)
                && people.stream()
                        .filter(writer("Firefox"))
                        .allMatch(author -> assigned(
                                people.stream()
                                        .filter(person -> person != author)
                                        .toList(),
                                signoffs));
    }

    private static boolean assigned(List<Person> people, List<Role> signoffs) {
        return signoffs.isEmpty()
                || people.stream()
                        .filter(person -> person.holds(signoffs.getFirst()))
                        .anyMatch(signer -> assigned(
                                people.stream()
                                        .filter(person -> person != signer)
                                        .toList(),
                                signoffs.subList(1, signoffs.size())));
    }

    private static Predicate<Person> writer(String product) {
        return SignerSupply.writersOf(product);
    }

    private static List<Person> people(String text) {
        List<Person> people = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            String roles = one.strip().replace("*", "");
            people.add(person(
                    "p" + people.size(),
                    Arrays.stream(roles.split(" "))
                            .filter(role -> !role.isEmpty())
                            .map(Role::new)
                            .collect(Collectors.toSet()),
                    one.contains("*")));
        }
        return people;
    }

    private static Person person(String name, Set<Role> roles, boolean writes) {
        Permission rule = new Permission(PermissionName.RULE, Set.of(), Set.of(writes ? "Firefox" : "Fenix"), 1);
        return new Person(name, Map.of(PermissionName.RULE, rule), roles, false);
    }

    private static Requirements requirements(String text) {
        TreeMap<Role, Integer> perRole = new TreeMap<>();
        for (String one : text.split(",", -1)) {
            String[] words = one.strip().split(" ");
            perRole.put(new Role(words[0]), words.length == 1 ? 1 : Integer.parseInt(words[1]));
        }
        return new Requirements(perRole);
    }
}
