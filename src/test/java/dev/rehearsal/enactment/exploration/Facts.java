package dev.rehearsal.enactment.exploration;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names the facts of rows, and those that a change sends. */
final class Facts {

    static final Set<RuleField> COLUMNS = EnumSet.complementOf(EnumSet.of(RuleField.ALIAS, RuleField.COMMENT));

    private Facts() {}

    static void of(Rule rule, Set<Atom> facts) {
        for (RuleField field : COLUMNS) {
            facts.add(new Atom("rule " + rule.id(), field.wireName() + '=' + field.read(rule)));
        }
    }

    static void of(ReleaseName name, @Nullable Release row, Set<Atom> facts) {
        if (row == null) {
            facts.add(new Atom(row(name), "there=no"));
        } else {
            facts.add(new Atom(row(name), "there=yes"));
            Cast.CONTENTS
                    .manifest(row.content())
                    .parts()
                    .forEach((path, hash) -> facts.add(new Atom(row(name), path + '=' + hash)));
        }
    }

    static Atom of(Pins.Key pin, ReleaseName name) {
        return new Atom(pin.toString(), "mapping=" + name);
    }

    static Atom of(RequiredSignoff required) {
        return new Atom("requirement " + required.channel() + ' ' + required.role(), "count=" + required.count());
    }

    static Atom of(Gate gate) {
        return new Atom("gate of " + gate.liveChannel(), gate.role() + "=" + gate.passesRequired());
    }

    static Atom of(GuardRail rail) {
        return new Atom("guard rail of " + rail.liveChannel(), rail.mode() + "=" + rail.passedBy());
    }

    static Atom of(FreezeWindow window) {
        return new Atom("freeze of " + window.liveChannel(), "there=yes");
    }

    static Atom of(UrgentRole urgent) {
        return new Atom("urgent role of " + urgent.channel() + ' ' + urgent.role(), "there=yes");
    }

    static Atom of(@Nullable String product, String live, String test) {
        return new Atom("mapping of " + product + ' ' + test, "shows=" + live);
    }

    static String row(ReleaseName name) {
        return "release " + name;
    }

    static String row(Shutoff shutoff) {
        return "shutoff " + shutoff.product() + ' ' + shutoff.channel();
    }

    /** What somebody sends who asks for a change. */
    static Set<Atom> of(Change change) {
        Set<Atom> facts = new HashSet<>();
        switch (change) {
            case Change.RuleAddition addition -> of(addition.rule(), facts);
            case Change.RuleEdit edit ->
                edit.fields()
                        .forEach((field, value) ->
                                facts.add(new Atom("rule " + edit.rule(), field.wireName() + '=' + value.value())));
            case Change.RuleRemoval removal -> facts.add(new Atom("rule " + removal.rule(), "there=no"));
            case Change.ReleaseAddition addition -> {
                facts.add(new Atom(row(addition.name()), "there=yes"));
                addition.manifest()
                        .parts()
                        .forEach((path, hash) -> facts.add(new Atom(row(addition.name()), path + '=' + hash)));
            }
            case Change.ReleaseEdit edit ->
                edit.fields()
                        .forEach((field, value) ->
                                facts.add(new Atom(row(edit.name()), path(field.label()) + '=' + value.value())));
            case Change.ReleaseRemoval removal -> facts.add(new Atom(row(removal.name()), "there=no"));
            case Change.PinEdit edit ->
                facts.add(new Atom(
                        edit.pin().toString(), "mapping=" + edit.mapping().value()));
            case Change.Unstaged unstaged -> facts.add(of((RowChange<?>) unstaged));
        }
        return facts;
    }

    /** The base part is called {@code blob} by people and {@code .} by tables. */
    private static String path(String label) {
        return label.equals("blob") ? "." : label.substring("blob".length());
    }

    private static Atom of(RowChange<?> change) {
        boolean removed = change.after() == null;
        Atom row = switch (change.latest()) {
            case Shutoff shutoff -> new Atom(row(shutoff), "there=no");
            case ChannelMapping mapping -> of(mapping.product(), mapping.liveChannel(), mapping.testChannel());
            case Gate gate -> of(gate);
            case GuardRail rail -> of(rail);
            case FreezeWindow window -> of(window);
            case UrgentRole urgent -> of(urgent);
            case RequiredSignoff required -> of(required);
            default -> new Atom("", "=");
        };
        return removed ? new Atom(row.row(), "there=no") : row;
    }
}
