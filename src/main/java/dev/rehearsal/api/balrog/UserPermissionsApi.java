package dev.rehearsal.api.balrog;

import dev.rehearsal.access.Grants;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.api.json.UserJson;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The permissions of one person. Whoever writes must also be allowed to look, since the answer tells what there was (a
 * Balrog fact); options are the text of a JSON object.
 */
@RestController
@RequestMapping("/api/users/{username}/permissions")
class UserPermissionsApi {

    /** Balrog's clients send {@code csrf_token} along. */
    private static final Set<String> FIELDS = Set.of("options", "data_version", "csrf_token");

    private final People people;
    private final Grants grants;

    UserPermissionsApi(People people, Grants grants) {
        this.people = people;
        this.grants = grants;
    }

    @GetMapping
    Map<String, Object> all(@AuthenticationPrincipal Actor actor, @PathVariable String username) {
        String person = UserJson.name(actor, username);
        grants.requireView(actor, person);
        return UserJson.permissions(people.find(new Actor(person)));
    }

    @GetMapping("/{permission}")
    Map<String, @Nullable Object> one(
            @AuthenticationPrincipal Actor actor, @PathVariable String username, @PathVariable String permission) {
        String person = UserJson.name(actor, username);
        return UserJson.permission(held(actor, person, permission));
    }

    /** Gives it, or changes what there is. */
    @PutMapping("/{permission}")
    ResponseEntity<Map<String, Integer>> put(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String username,
            @PathVariable String permission,
            @RequestBody JsonNode body) {
        String person = UserJson.name(actor, username);
        Permission held = find(actor, person, permission);
        if (held != null) {
            return ResponseEntity.ok(version(change(actor, person, held.name(), body)));
        }
        JsonFields fields = JsonFields.of(body);
        Permission wanted = PermissionOptions.parse(known(permission), options(fields), 1);
        return ResponseEntity.status(HttpStatus.CREATED).body(version(grants.give(actor, person, wanted)));
    }

    @PostMapping("/{permission}")
    Map<String, Integer> post(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String username,
            @PathVariable String permission,
            @RequestBody JsonNode body) {
        String person = UserJson.name(actor, username);
        return version(change(actor, person, held(actor, person, permission).name(), body));
    }

    @DeleteMapping("/{permission}")
    Map<String, List<String>> take(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String username,
            @PathVariable String permission,
            @RequestParam("data_version") int dataVersion) {
        String person = UserJson.name(actor, username);
        return UserJson.warnings(
                grants.take(actor, person, held(actor, person, permission).name(), dataVersion));
    }

    private Permission change(Actor actor, String person, PermissionName name, JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        int dataVersion = fields.integer("data_version");
        String options = options(fields);
        return grants.change(actor, person, PermissionOptions.parse(name, options, dataVersion));
    }

    private Permission held(Actor actor, String person, String permission) {
        Permission held = find(actor, person, permission);
        if (held == null) {
            throw RefusedException.notFound("%s has no permission '%s'".formatted(person, permission));
        }
        return held;
    }

    private @Nullable Permission find(Actor actor, String person, String permission) {
        grants.requireView(actor, person);
        return PermissionName.named(permission)
                .map(name -> people.find(new Actor(person)).permissions().get(name))
                .orElse(null);
    }

    private static @Nullable String options(JsonFields fields) {
        fields.allowOnly(FIELDS);
        String options = fields.optionalText("options");
        fields.refuseProblems();
        return options;
    }

    private static PermissionName known(String permission) {
        return PermissionName.named(permission)
                .orElseThrow(
                        () -> RefusedException.invalid("permission", "there is no permission '" + permission + "'"));
    }

    private static Map<String, Integer> version(Permission permission) {
        return Map.of("new_data_version", permission.dataVersion());
    }
}
