package dev.rehearsal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What permissions allow, as Balrog reads them. */
class PersonTest {

    @Test
    void withoutPermissionsMayDoNothing() {
        assertThat(Person.nobody("eve").may(rule(Action.CREATE, "Firefox"))).isFalse();
    }

    @Test
    void mayDoEverythingThatAPermissionWithoutOptionsIsAbout() {
        assertThat(holding(Permission.unrestricted(PermissionName.RULE)).may(rule(Action.DELETE, null)))
                .isTrue();
    }

    @Test
    void mayNotDoWhatAnotherPermissionIsAbout() {
        assertThat(holding(Permission.unrestricted(PermissionName.RELEASE)).may(rule(Action.DELETE, "Firefox")))
                .isFalse();
    }

    @Test
    void mayDoOnlyTheActionsThatAreNamed() {
        Person modifier = holding(permission(PermissionName.RULE, Set.of(Action.MODIFY), Set.of()));

        assertThat(modifier.may(rule(Action.MODIFY, "Firefox"))).isTrue();
        assertThat(modifier.may(rule(Action.CREATE, "Firefox"))).isFalse();
    }

    @Test
    void mayDoItOnlyForTheProductsThatAreNamed() {
        Person ofFirefox = holding(permission(PermissionName.RULE, Set.of(), Set.of("Firefox")));

        assertThat(ofFirefox.may(rule(Action.MODIFY, "Firefox"))).isTrue();
        assertThat(ofFirefox.may(rule(Action.MODIFY, "Thunderbird"))).isFalse();
    }

    @Test
    void ofSomeProductsMayNotTouchWhatIsForEveryProduct() {
        assertThat(holding(permission(PermissionName.RULE, Set.of(), Set.of("Firefox")))
                        .may(rule(Action.MODIFY, null)))
                .isFalse();
    }

    @Test
    void whoIsAnAdminMayDoEverything() {
        assertThat(holding(Permission.unrestricted(PermissionName.ADMIN)).may(rule(Action.MODIFY, null)))
                .isTrue();
    }

    @Test
    void whoIsAnAdminOfSomeProductsHasNothingElse() {
        Person adminOfFirefox = holding(
                permission(PermissionName.ADMIN, Set.of(), Set.of("Firefox")),
                Permission.unrestricted(PermissionName.RULE));

        assertThat(adminOfFirefox.may(rule(Action.MODIFY, "Firefox"))).isTrue();
        assertThat(adminOfFirefox.may(rule(Action.MODIFY, "Thunderbird"))).isFalse();
    }

    @Test
    void whoIsAnAdminOfSomeProductsMayNotTouchWhatIsForEveryProduct() {
        assertThat(holding(permission(PermissionName.ADMIN, Set.of(), Set.of("Firefox")))
                        .may(rule(Action.MODIFY, null)))
                .isFalse();
    }

    private static RequiredPermission rule(Action action, @Nullable String product) {
        return new RequiredPermission(PermissionName.RULE, action, product);
    }

    private static Permission permission(PermissionName name, Set<Action> actions, Set<String> products) {
        return new Permission(name, actions, products, 1);
    }

    private static Person holding(Permission... permissions) {
        Map<PermissionName, Permission> held =
                Arrays.stream(permissions).collect(Collectors.toMap(Permission::name, Function.identity()));
        return new Person("ada", held, Set.of(), false);
    }
}
