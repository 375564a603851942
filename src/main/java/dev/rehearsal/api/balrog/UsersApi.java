package dev.rehearsal.api.balrog;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.UserJson;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** People as Balrog shows them, their roles, and the passwords that Balrog does not have. */
@RestController
@RequestMapping("/api/users")
public class UsersApi {

    private final People people;
    private final Grants grants;
    private final Accounts accounts;

    UsersApi(People people, Grants grants, Accounts accounts) {
        this.people = people;
        this.grants = grants;
        this.accounts = accounts;
    }

    @GetMapping
    Map<String, Object> all(@AuthenticationPrincipal Actor actor) {
        grants.requireViewOfAll(actor);
        Map<String, Object> users = new LinkedHashMap<>();
        for (Person person : people.all()) {
            users.put(
                    person.name(),
                    Map.of("roles", UserJson.roles(person), "permissions", UserJson.permissions(person)));
        }
        return users;
    }

    @GetMapping("/{username}")
    Map<String, Object> one(@AuthenticationPrincipal Actor actor, @PathVariable String username) {
        Person person = seen(actor, username);
        if (!person.isKnown()) {
            throw RefusedException.notFound("there is no user " + person.name());
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("username", person.name());
        answer.put("permissions", UserJson.permissions(person));
        answer.put("roles", UserJson.rolesByName(person));
        return answer;
    }

    @GetMapping("/{username}/roles")
    Map<String, Object> roles(@AuthenticationPrincipal Actor actor, @PathVariable String username) {
        return Map.of("roles", UserJson.roles(seen(actor, username)));
    }

    @PutMapping("/{username}/roles/{role}")
    ResponseEntity<Map<String, Integer>> giveRole(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String username,
            @PathVariable String role,
            @RequestBody(required = false) @Nullable JsonNode body) {
        JsonFields fields = JsonFields.ofOptional(body);
        fields.allowOnly(Set.of("csrf_token"));
        fields.refuseProblems();
        // The answer tells whether they had it: a Balrog fact.
        grants.requireView(actor, UserJson.name(actor, username));
        boolean isNew = grants.giveRole(actor, UserJson.name(actor, username), new Role(role));
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Map.of("new_data_version", Grants.ROLE_VERSION));
    }

    @PostMapping("/{username}/roles/{role}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmRole(@AuthenticationPrincipal Actor actor, @PathVariable String username, @PathVariable String role) {
        grants.confirmRole(actor, UserJson.name(actor, username), new Role(role));
    }

    @DeleteMapping("/{username}/roles/{role}")
    Map<String, List<String>> takeRole(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String username,
            @PathVariable String role,
            @RequestParam("data_version") int dataVersion) {
        return UserJson.warnings(grants.takeRole(actor, UserJson.name(actor, username), new Role(role), dataVersion));
    }

    @PutMapping("/{username}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(
            @AuthenticationPrincipal Actor actor, @PathVariable String username, @RequestBody PasswordJson body) {
        if (!(body.password() instanceof String password)) {
            throw RefusedException.invalid("password", "must be text");
        }
        if (body.others() != null && !body.others().isEmpty()) {
            throw RefusedException.invalid(body.others().keySet().iterator().next(), "is no field of this");
        }
        accounts.setPassword(actor, UserJson.name(actor, username), password);
    }

    @PostMapping("/{username}/password/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmPassword(@AuthenticationPrincipal Actor actor, @PathVariable String username) {
        accounts.confirm(actor, UserJson.name(actor, username));
    }

    /**
     * @param password of whatever type was sent
     * @param others what else was sent
     */
    record PasswordJson(
            @Nullable Object password,
            @JsonAnySetter @Nullable Map<String, @Nullable Object> others) {

        /** Never shows it: the framework logs what it reads, if one lets it. */
        @Override
        public String toString() {
            return "a password";
        }
    }

    private Person seen(Actor actor, String username) {
        String name = UserJson.name(actor, username);
        grants.requireView(actor, name);
        return people.find(new Actor(name));
    }
}
