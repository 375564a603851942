package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Criterion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The forms of URL limit what a client can say together. */
final class Forms {

    /** What only some forms carry. */
    private static final Set<Criterion> ADDED_LATER = EnumSet.of(
            Criterion.DIST_VERSION,
            Criterion.DISTRIBUTION,
            Criterion.INSTRUCTION_SET,
            Criterion.MEMORY,
            Criterion.JAWS);

    private static final Set<Criterion> UNKNOWN_TO_JSON = EnumSet.of(
            Criterion.DIST_VERSION,
            Criterion.DISTRIBUTION,
            Criterion.INSTRUCTION_SET,
            Criterion.MEMORY,
            Criterion.JAWS,
            Criterion.BUILD_ID,
            Criterion.LOCALE,
            Criterion.MIG64);

    /** No segment of a URL is empty. */
    private static final Set<Criterion> NEVER_EMPTY =
            EnumSet.of(Criterion.BUILD_ID, Criterion.DIST_VERSION, Criterion.DISTRIBUTION);

    private final Space space;

    private Forms(Space space) {
        this.space = space;
    }

    static List<Box> of(Space space) {
        Forms forms = new Forms(space);
        return Stream.of(
                        forms.form(Set.of(), "Intel"),
                        forms.form(Set.of(), "PPC"),
                        forms.form(ADDED_LATER, "Intel"),
                        forms.form(ADDED_LATER, "PPC"),
                        forms.json())
                .filter(box -> !box.isEmpty())
                .toList();
    }

    private Box form(Set<Criterion> absent, String architecture) {
        return box(criterion -> {
            Axis axis = space.axis(criterion);
            if (criterion == Criterion.HEADER_ARCHITECTURE) {
                return axis.of(kind -> architecture.equals(kind.value()));
            }
            if (criterion == Criterion.BUILD_TARGET && architecture.equals("PPC")) {
                return axis.of(Kinds::isMac);
            }
            if (absent.contains(criterion)) {
                return axis.of(Kind::isAbsent);
            }
            return NEVER_EMPTY.contains(criterion) ? axis.of(kind -> !kind.isAbsent()) : axis.all();
        });
    }

    private Box json() {
        return box(criterion -> {
            Axis axis = space.axis(criterion);
            return criterion == Criterion.HEADER_ARCHITECTURE || UNKNOWN_TO_JSON.contains(criterion)
                    ? axis.of(Kind::isAbsent)
                    : axis.all();
        });
    }

    private interface Side {
        BitSet of(Criterion criterion);
    }

    private static Box box(Side side) {
        List<BitSet> sides = new ArrayList<>();
        Space.CRITERIA.forEach(criterion -> sides.add(Objects.requireNonNull(side.of(criterion))));
        return new Box(sides, Systems.ALL);
    }
}
