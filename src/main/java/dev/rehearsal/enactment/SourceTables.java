package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The tables of a followed source, as it showed them at one time.
 *
 * @param kinds what it shows; the others are empty
 * @param changed releases of which parts are others than they were when it was mirrored last
 * @param parts of one that has changed; those without a version of their own are at 0
 * @param enacted what was scheduled there and has gone live, by what the source calls it
 */
public record SourceTables(
        Set<MirroredKind> kinds,
        List<Rule> rules,
        List<SourceRelease> releases,
        Set<ReleaseName> changed,
        Function<ReleaseName, Collection<ReleasePart>> parts,
        List<Pin> pins,
        List<Shutoff> shutoffs,
        List<RequiredSignoff> requirements,
        List<PermissionSignoff> permissionRequirements,
        List<Person> people,
        List<SourceSet> sets,
        Set<String> enacted) {

    /** Returns the hash of what is live by this, and who may do what. */
    public String content() {
        return new MirroredContent(kinds)
                .rules(rules)
                .releases(releases.stream().map(SourceRelease::row).toList())
                .pins(pins)
                .shutoffs(shutoffs)
                .requirements(requirements, permissionRequirements)
                .people(people)
                .hash();
    }
}
