package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.approval.UrgentRoles;
import dev.rehearsal.change.RowKinds;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Roles of which two people together may pass over signoffs; change sets alone write them, since signers must agree. */
@RestController
@RequestMapping("/api/urgent_roles")
public class UrgentRolesApi {

    private final UrgentRoles roles;

    UrgentRolesApi(UrgentRoles roles) {
        this.roles = roles;
    }

    @GetMapping
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel) {
        return HistoryJson.list(
                "urgent_roles",
                roles.all().stream()
                        .filter((UrgentRole row) -> Objects.requireNonNullElse(product, row.product())
                                .equals(row.product()))
                        .filter(row -> Objects.requireNonNullElse(channel, row.channel())
                                .equals(row.channel()))
                        .map(RowKinds.URGENT_ROLES::told)
                        .toList());
    }
}
