package dev.rehearsal.api.balrog;

import dev.rehearsal.api.json.ChangedObject;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.problem.RefusedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kinds of row that Balrog schedules changes of, each under a path of its own. */
enum ScheduledKind {
    RULES("rules", ChangedObject.RULE),
    RELEASES("releases", ChangedObject.RELEASE),
    PERMISSIONS("permissions", ChangedObject.of(RowKinds.PERMISSIONS)),
    PRODUCT_SIGNOFFS("required_signoffs/product", ChangedObject.of(RowKinds.REQUIREMENTS)),
    PERMISSION_SIGNOFFS("required_signoffs/permissions", ChangedObject.of(RowKinds.PERMISSION_REQUIREMENTS)),
    EMERGENCY_SHUTOFFS("emergency_shutoff", ChangedObject.of(RowKinds.SHUTOFFS)),
    PINS("pinnable_releases", ChangedObject.PIN);

    private final String path;
    private final ChangedObject object;

    ScheduledKind(String path, ChangedObject object) {
        this.path = path;
        this.object = object;
    }

    ChangedObject object() {
        return object;
    }

    /**
     * @param group the part of the path before the last, where there is one
     * @throws RefusedException if nothing is scheduled there
     */
    static ScheduledKind at(@Nullable String group, String last) {
        String path = group == null ? last : group + "/" + last;
        return Arrays.stream(values())
                .filter(kind -> kind.path.equals(path))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("nothing is scheduled under '" + path + "'"));
    }
}
