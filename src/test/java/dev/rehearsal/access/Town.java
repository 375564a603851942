package dev.rehearsal.access;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.store.AccountStore;
import dev.rehearsal.access.store.ApprovedSecretStore;
import dev.rehearsal.access.store.IdentityStore;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.access.store.PersonStore;
import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.VersionHistory;
import dev.rehearsal.ledger.WriteLock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The people of one empty database, with requirements that a test sets. */
public final class Town {

    public static final Actor ADMIN = new Actor("admin@example.org");

    /** The token that the configuration holds. */
    public static final String BOOTSTRAP_TOKEN = "of-the-configuration-0123456789";

    /** An issuer with which people are bound by name. */
    public static final OidcOptions ISSUER = new OidcOptions(
            "https://login.example.org",
            "rehearsal",
            "",
            "",
            "email",
            List.of(),
            true,
            "",
            List.of("bot@clients=bot"),
            true,
            new OidcOptions.StepUpOptions(List.of(), null));

    private final TestDatabase database;
    private final Map<Role, Integer> required = new HashMap<>();
    private boolean guarded;
    public final People people;
    public final Access access;
    private final GrantPolicy policy;
    public final Grants grants;
    public final ApiTokens tokens;
    final BearerTokens bearers;
    public final Accounts accounts;
    public final ApprovedSecrets secrets;
    public final OpenSessions sessions;
    public final Identities identities;

    public Town(TestDatabase database, String... systemAccounts) {
        this.database = database;
        RoleSupply supply = new RoleSupply(provider(RoleFloor.class, role -> required.getOrDefault(role, 0)));
        this.people = new People(
                database.bean(PeopleStore.class),
                database.bean(VersionHistory.class),
                database.bean(Departures.class),
                new BootstrapToken(""),
                new SystemAccounts(Set.of(systemAccounts)),
                supply);
        this.access = new Access(people);
        this.policy = new GrantPolicy(access, supply, provider(PermissionGuard.class, (before, after) -> guarded));
        this.grants = new Grants(database.bean(WriteLock.class), access, people, policy);
        this.tokens = new ApiTokens(
                database.bean(TokenStore.class),
                database.bean(WriteLock.class),
                access,
                policy,
                people,
                new Lockouts(people, database.bean(TokenStore.class), database.bean(AccountStore.class), supply),
                new MakerTokens(database.bean(TokenStore.class), new SignedIn()),
                database.bean(SecurityEvents.class));
        this.bearers = new BearerTokens(
                database.bean(TokenStore.class),
                people,
                new BootstrapToken(BOOTSTRAP_TOKEN),
                database.bean(TestClock.class));
        this.accounts = accounts(new DemoPeople(Map.of()));
        this.secrets = new ApprovedSecrets(
                database.bean(ApprovedSecretStore.class),
                database.bean(WriteLock.class),
                people,
                tokens,
                accounts,
                policy,
                database.bean(TestClock.class));
        this.sessions = new OpenSessions(
                people,
                accounts,
                database.bean(AccountStore.class),
                database.bean(IdentityStore.class),
                database.bean(TestClock.class));
        this.identities = identities(ISSUER);
        with(ADMIN.name(), Permission.unrestricted(PermissionName.ADMIN));
    }

    /** The accounts of a town with these people of a demo. */
    public Accounts accounts(DemoPeople demo) {
        return new Accounts(
                database.bean(AccountStore.class),
                database.bean(TokenStore.class),
                database.bean(WriteLock.class),
                access,
                policy,
                people,
                new SignedIn(),
                demo,
                database.bean(SecurityEvents.class),
                new FailedSignIns(new Limits(0, 0, 5), database.bean(TestClock.class)),
                OidcOptions.NONE,
                database.bean(PasswordHashes.class));
    }

    /** Who of this issuer is whom. */
    Identities identities(OidcOptions options) {
        return new Identities(
                database.bean(IdentityStore.class),
                database.bean(PersonStore.class),
                database.bean(AccountStore.class),
                people,
                new DemoPeople(Map.of()),
                policy,
                access,
                database.bean(WriteLock.class),
                database.bean(SecurityEvents.class),
                new FailureNotes(database.bean(SecurityEvents.class)),
                options);
    }

    /** Begins a session of this person in this thread. */
    public void signIn(String person) {
        Actor actor = new Actor(person);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        signedIn.setDetails(accounts.begin(actor, database.bean(TestClock.class).instant()));
        SecurityContextHolder.getContext().setAuthentication(signedIn);
    }

    /** The way in where nobody can sign in yet. */
    public FirstStart firstStart() {
        FailureNotes notes = new FailureNotes(database.bean(SecurityEvents.class));
        FailedSignIns failures = new FailedSignIns(new Limits(0, 0, 5), database.bean(TestClock.class));
        return new FirstStart(
                new BootstrapToken(BOOTSTRAP_TOKEN),
                database.bean(AccountStore.class),
                new DemoPeople(Map.of()),
                accounts,
                people,
                policy,
                failures,
                notes,
                database.bean(WriteLock.class),
                OidcOptions.NONE);
    }

    /** Somebody who has these permissions from now on. */
    public Actor with(String name, Permission... permissions) {
        database.write(entry -> {
            for (Permission permission : permissions) {
                people.put(entry, name, permission);
            }
            return entry;
        });
        return new Actor(name);
    }

    public Actor holding(String name, String... roles) {
        Actor actor = with(name, rule());
        for (String role : roles) {
            grants.giveRole(ADMIN, name, new Role(role));
        }
        return actor;
    }

    public void requires(String role, int signoffs) {
        required.put(new Role(role), signoffs);
    }

    public void everyPermissionNeedsSignoff() {
        guarded = true;
    }

    public Person person(String name) {
        return people.find(new Actor(name));
    }

    public @Nullable Permission permission(String name, PermissionName permission) {
        return person(name).permissions().get(permission);
    }

    public static Permission rule() {
        return Permission.unrestricted(PermissionName.RULE);
    }

    public static Permission rule(String... products) {
        return new Permission(PermissionName.RULE, Set.of(), Set.of(products), 1);
    }

    public static Permission permission(Action... actions) {
        return new Permission(PermissionName.PERMISSION, Set.of(actions), Set.of(), 1);
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(type.getSimpleName(), bean);
        return beans.getBeanProvider(type);
    }
}
