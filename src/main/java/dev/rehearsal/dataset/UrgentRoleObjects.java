package dev.rehearsal.dataset;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.UrgentRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The urgent roles of a dataset. */
final class UrgentRoleObjects {

    private static final Set<String> FIELDS = Set.of("product", "channel", "role", "data_version");

    private final List<UrgentRole> roles = new ArrayList<>();
    private final Map<List<String>, String> places = new HashMap<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        UrgentRole urgent = new UrgentRole(
                object.text("product", 15),
                object.text("channel", 75),
                new Role(object.text("role", 50)),
                object.dataVersion());
        if (object.isRight()) {
            String first = places.putIfAbsent(
                    List.of(urgent.product(), urgent.channel(), urgent.role().name()), object.place());
            if (first != null) {
                object.wrong("", "The urgent role at " + first + " is the same.");
            }
        }
        if (object.isRight()) {
            roles.add(urgent);
        }
    }

    List<UrgentRole> roles() {
        return roles;
    }
}
