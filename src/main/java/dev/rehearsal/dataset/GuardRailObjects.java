package dev.rehearsal.dataset;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.change.GuardRailKind;
import dev.rehearsal.change.RowKinds;
import tools.jackson.databind.JsonNode;

/** Reads the guard rails of a dataset. */
final class GuardRailObjects extends NumberedObjects<GuardRail> {

    GuardRailObjects() {
        super(RowKinds.GUARD_RAILS);
    }

    @Override
    GuardRail read(DatasetObject object) {
        JsonNode percent = object.json().path("percent");
        GuardRail rail = new GuardRail(
                object.identifier("id"),
                object.optionalText("product", 15),
                object.text("live_channel", 75),
                object.parsed(
                        "kind",
                        GuardRail.Kind::named,
                        "Must be one of " + GuardRail.Kind.words() + ".",
                        GuardRail.Kind.RATE_HAS_FALLBACK),
                percent.isMissingNode() || percent.isNull() ? null : (Integer) object.number("percent"),
                object.parsed("mode", GuardRail.Mode::named, "Must be dry_run, warn or block.", GuardRail.Mode.WARN),
                object.parsed("cannot_say", GuardRailKind::doesCannotSayBlock, "Must be warn or block.", false),
                new Role(object.text("passed_by", 50)),
                object.dataVersion());
        if (object.isRight()) {
            GuardRails.problems(rail)
                    .forEach(problem -> object.wrong(problem.place(), "This " + problem.sentence() + "."));
        }
        return rail;
    }
}
