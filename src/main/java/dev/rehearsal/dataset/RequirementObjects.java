package dev.rehearsal.dataset;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requirements of signoffs of a dataset: with a channel for what clients get, without one for permissions. */
final class RequirementObjects {

    private static final Set<String> FIELDS = Set.of("product", "channel", "role", "signoffs_required", "data_version");

    private final List<RequiredSignoff> forChannels = new ArrayList<>();
    private final List<PermissionSignoff> forPermissions = new ArrayList<>();
    private final Map<List<@Nullable String>, String> places = new HashMap<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        String product = object.text("product", 15);
        String channel = object.optionalText("channel", 75);
        Role role = new Role(object.text("role", 50));
        int count = object.number("signoffs_required");
        int dataVersion = object.dataVersion();
        if (object.isRight()) {
            String first = places.putIfAbsent(Arrays.asList(product, channel, role.name()), object.place());
            if (first != null) {
                object.wrong("", "The requirement at " + first + " is of the same role for the same.");
            }
        }
        if (!object.isRight()) {
            return;
        }
        if (channel == null) {
            forPermissions.add(new PermissionSignoff(product, role, count, dataVersion));
        } else {
            forChannels.add(new RequiredSignoff(product, channel, role, count, dataVersion));
        }
    }

    List<RequiredSignoff> forChannels() {
        return forChannels;
    }

    List<PermissionSignoff> forPermissions() {
        return forPermissions;
    }

    int size() {
        return forChannels.size() + forPermissions.size();
    }

    /** A table can ask for more signoffs than people can give: what needs these waits for them. */
    List<String> tooLarge(People people) {
        return Stream.concat(
                        forChannels.stream()
                                .filter(required -> required.count() > people.holders(required.role()))
                                .map(required -> "%d of %s for %s on %s"
                                        .formatted(
                                                required.count(),
                                                required.role(),
                                                required.product(),
                                                required.channel())),
                        forPermissions.stream()
                                .filter(required -> required.count() > people.holders(required.role()))
                                .map(required -> "%d of %s for permissions of %s"
                                        .formatted(required.count(), required.role(), required.product())))
                .toList();
    }
}
