package dev.rehearsal.enactment;

import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionOptions;
import dev.rehearsal.access.Person;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.blob.Digest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Hashes what is live and who may do what: equal for a source and its mirror, if and only if they hold the same. */
final class MirroredContent {

    private final Set<MirroredKind> kinds;
    private final List<String> lines = new ArrayList<>();

    MirroredContent(Set<MirroredKind> kinds) {
        this.kinds = kinds;
    }

    MirroredContent rules(Collection<Rule> rules) {
        return add(MirroredKind.RULES, rules);
    }

    MirroredContent releases(Collection<Release> releases) {
        return add(
                MirroredKind.RELEASES,
                releases.stream().map(release -> release.withIncarnation(0)).toList());
    }

    MirroredContent pins(Collection<Pin> pins) {
        return add(
                MirroredKind.PINS,
                pins.stream().map(pin -> pin.withIncarnation(0)).toList());
    }

    MirroredContent shutoffs(Collection<Shutoff> shutoffs) {
        return add(MirroredKind.SHUTOFFS, shutoffs);
    }

    MirroredContent requirements(
            Collection<RequiredSignoff> forChannels, Collection<PermissionSignoff> forPermissions) {
        return add(MirroredKind.REQUIREMENTS, forChannels).add(MirroredKind.PERMISSION_REQUIREMENTS, forPermissions);
    }

    /** Adds roles, and those permissions that Balrog has. */
    MirroredContent people(Collection<Person> people) {
        return add(
                        MirroredKind.PERMISSIONS,
                        people.stream()
                                .flatMap(person -> person.permissions().values().stream()
                                        .filter(permission -> permission.name().isOfBalrog())
                                        .map(permission -> said(person, permission)))
                                .toList())
                .add(
                        MirroredKind.ROLES,
                        people.stream()
                                .map(person -> person.name() + " " + person.sortedRoles())
                                .toList());
    }

    private static String said(Person person, Permission permission) {
        return "%s %s %s %d"
                .formatted(
                        person.name(),
                        permission.name().wireName(),
                        PermissionOptions.write(permission),
                        permission.dataVersion());
    }

    private MirroredContent add(MirroredKind kind, Collection<?> rows) {
        if (kinds.contains(kind)) {
            rows.stream().map(row -> kind + " " + row).forEach(lines::add);
        }
        return this;
    }

    String hash() {
        Digest digest = new Digest();
        lines.stream().sorted().collect(Collectors.toList()).forEach(digest::add);
        return digest.hash().value();
    }
}
