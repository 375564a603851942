package dev.rehearsal.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.history.FieldChange;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.MappingNavigation;
import dev.rehearsal.ui.links.PeopleNavigation;
import dev.rehearsal.ui.links.PreviewNavigation;
import dev.rehearsal.ui.links.ProbesNavigation;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RolloutNavigation;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.SignoffNavigation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries of the journal in sentences: what was done to what, with links to what has a screen. */
public final class JournalFormatter {

    private static final Messages MESSAGES = Messages.beside(JournalFormatter.class);

    /** The fields that sentences tell already, and those that say nothing to a person. */
    private static final Map<String, Set<String>> NOT_LISTED = Map.ofEntries(
            Map.entry("change_set", Set.of("state", "author")),
            Map.entry("change", Set.of("object", "change_type", "target", "place")),
            Map.entry("signoff", Set.of("role")),
            Map.entry("comment", Set.of("kind", "answers", "ends", "change", "field", "text")),
            Map.entry("break_glass", Set.of("reason", "passed_over")),
            Map.entry("plan", Set.of("plan_id", "act", "step", "percentage", "note", "product", "live_channel")),
            Map.entry("exempt_use", Set.of("product", "live_channel")),
            Map.entry("security", Set.of("event", "about", "detail", "address")),
            Map.entry("verdict", Set.of("product", "live_channel", "test_channel", "fingerprint", "outcome")),
            Map.entry("rail_pass", Set.of("act", "product", "live_channel", "rail_id", "terms")),
            Map.entry("rail_finding", Set.of("product", "live_channel", "terms", "result")));

    private JournalFormatter() {}

    /** Tells of several objects of one kind with which the same was done. */
    public static String counted(String object, JournalEntry.Kind change, int count) {
        return MESSAGES.get(
                "entries." + change.name().toLowerCase(Locale.ROOT), count, MESSAGES.get("kinds." + object));
    }

    /** Returns what a kind of objects is called. */
    static String kind(String object) {
        return MESSAGES.get("kind." + object);
    }

    static boolean isListed(JournalEntry entry, String field) {
        boolean inSentence = field.equals("title") && entry.change() == JournalEntry.Kind.ADDED;
        return !inSentence && !NOT_LISTED.getOrDefault(entry.object(), Set.of()).contains(field);
    }

    public static Component[] sentence(JournalEntry entry) {
        return switch (entry.object()) {
            case "change_set" -> MESSAGES.parts("entry.change_set." + step(entry), named(entry), title(entry));
            case "change" -> ofChange(entry);
            case "signoff" -> ofSignoff(entry);
            case "comment" ->
                MESSAGES.parts("entry.comment." + comment(entry), written(entry, "text"), written(entry, "field"));
            case "verdict" -> ofVerdict(entry);
            case "plan" -> ofRollout(entry);
            case "break_glass" -> ofBrokenGlass(entry);
            case "rail_pass" ->
                MESSAGES.parts("entry.rail." + written(entry, "act"), named("guard_rail", written(entry, "rail_id")));
            case "rail_finding" ->
                MESSAGES.parts(
                        "entry.rail." + written(entry, "result"),
                        written(entry, "product"),
                        written(entry, "live_channel"),
                        MESSAGES.get("rail." + terms(entry)));
            case "exempt_use" ->
                MESSAGES.parts("entry.exempt", written(entry, "product"), written(entry, "live_channel"));
            case "permission", "role" -> ofPerson(entry);
            case "security" -> ofDoor(entry);
            case "shutoff" -> MESSAGES.parts("entry.shutoff." + what(entry), spaced(entry.key()));
            default -> MESSAGES.parts("entry." + what(entry), kind(entry.object()), named(entry));
        };
    }

    private static String what(JournalEntry entry) {
        return entry.change().name().toLowerCase(Locale.ROOT);
    }

    private static Component named(JournalEntry entry) {
        return named(entry.object(), entry.key());
    }

    /** A link where there is a screen that shows the object. */
    private static Component named(String object, String key) {
        return switch (object) {
            case "rule" -> RuleNavigation.linkTo("#" + key, new RuleId(Long.parseLong(key)));
            case "release" -> ReleaseNavigation.linkTo(new ReleaseName(key));
            case "change_set" -> ChangesNavigation.linkTo(new ChangeSetId(Long.parseLong(key)), "#" + key);
            case "channel_mapping" -> MappingNavigation.linkTo("#" + key, Long.parseLong(key));
            case "gate" -> SignoffNavigation.linkToGate("#" + key, Long.parseLong(key));
            case "guard_rail" -> SignoffNavigation.linkToRail("#" + key, Long.parseLong(key));
            case "freeze_window" -> SignoffNavigation.linkToWindow("#" + key, Long.parseLong(key));
            case "probe" -> ProbesNavigation.linkTo("#" + key, Long.parseLong(key));
            case "required_signoff", "permission_signoff", "urgent_role" ->
                SignoffNavigation.linkTo(spaced(key), key.substring(0, key.indexOf('/')));
            default -> new Span(spaced(key));
        };
    }

    /** Returns what became of a set: the one thing that people ask, as a word. */
    private static String step(JournalEntry entry) {
        FieldChange state = entry.fields().get("state");
        if (state == null) {
            return entry.fields().containsKey("when")
                    ? "rescheduled"
                    : entry.fields().containsKey("title") ? "retitled" : "revised";
        }
        String was = String.valueOf(state.old());
        return switch (String.valueOf(state.becomes())) {
            case "draft" -> "drafted";
            case "pending" -> was.equals("held") ? "resumed" : was.equals("draft") ? "submitted" : "scheduled";
            case "held" -> "held";
            case "enacted" -> "enacted";
            default -> "withdrawn";
        };
    }

    private static String title(JournalEntry entry) {
        return entry.change() == JournalEntry.Kind.ADDED ? written(entry, "title") : "";
    }

    /** An edited change does not say what it is about. */
    private static Component[] ofChange(JournalEntry entry) {
        FieldChange object = entry.fields().get("object");
        FieldChange target = entry.fields().get("target");
        if (entry.change() == JournalEntry.Kind.EDITED || object == null || target == null) {
            return MESSAGES.parts("entry.change.edited", "#" + entry.key());
        }
        String kind = either(object);
        boolean addressed = kind.equals("rule") || kind.equals("release");
        Component about = addressed ? named(kind, either(target)) : new Span(either(target));
        return entry.change() == JournalEntry.Kind.REMOVED
                ? MESSAGES.parts("entry.change.removed", kind(kind), about)
                : MESSAGES.parts("entry.change.added." + written(entry, "change_type"), kind(kind), about);
    }

    private static Component[] ofSignoff(JournalEntry entry) {
        String person = entry.key().substring(entry.key().indexOf('/') + 1);
        FieldChange role = entry.fields().get("role");
        boolean own = entry.by().name().equals(person);
        String key = entry.change() == JournalEntry.Kind.REMOVED ? own ? "revoked" : "dropped" : "given";
        return MESSAGES.parts("entry.signoff." + key, person, role == null ? "" : either(role));
    }

    private static String comment(JournalEntry entry) {
        return switch (written(entry, "kind")) {
            case "request" -> "requested";
            case "take_back" -> "taken-back";
            default ->
                Boolean.parseBoolean(written(entry, "ends"))
                        ? "let-go"
                        : written(entry, "answers").isEmpty() ? "said" : "answered";
        };
    }

    /** The kind of the rail, without its limit. */
    private static String terms(JournalEntry entry) {
        return written(entry, "terms").split(" ", 2)[0];
    }

    private static Component[] ofBrokenGlass(JournalEntry entry) {
        String over = written(entry, "passed_over");
        String key = over.isEmpty() ? ".gates" : over.contains(",") ? "" : "." + over;
        return MESSAGES.parts("entry.past" + key, written(entry, "reason"), over.replace(",", ", "));
    }

    private static Component[] ofRollout(JournalEntry entry) {
        String act = written(entry, "act");
        String number = written(entry, "plan_id");
        return MESSAGES.parts(
                "entry.plan" + (act.isEmpty() ? "" : "." + act),
                number.isEmpty()
                        ? new Span(entry.key())
                        : RolloutNavigation.linkTo("#" + number, Long.parseLong(number)),
                written(entry, "percentage"),
                written(entry, "note"));
    }

    private static Component[] ofVerdict(JournalEntry entry) {
        String product = written(entry, "product");
        return MESSAGES.parts(
                "entry.verdict." + written(entry, "outcome"),
                product,
                PreviewNavigation.linkTo(written(entry, "test_channel"), product));
    }

    private static Component[] ofPerson(JournalEntry entry) {
        int end = entry.key().lastIndexOf('/');
        return MESSAGES.parts(
                "entry." + entry.object() + "." + what(entry),
                PeopleNavigation.linkTo(entry.key().substring(0, end)),
                entry.key().substring(end + 1));
    }

    private static Component[] ofDoor(JournalEntry entry) {
        String event = written(entry, "event");
        String about = written(entry, "about");
        String detail = written(entry, "detail");
        return MESSAGES.parts("entry.security." + door(event, about, detail), about, detail, written(entry, "address"));
    }

    private static String door(String event, String about, String detail) {
        return switch (event) {
            case "" -> "unknown";
            case "sign_in_failed" -> detail.isEmpty() ? (about.isEmpty() ? "unknown" : event) : "stranger";
            case "signed_in" -> detail.isEmpty() ? event : "signed_in_through";
            default -> event;
        };
    }

    private static String written(JournalEntry entry, String field) {
        FieldChange change = entry.fields().get(field);
        return change == null ? "" : text(change.becomes());
    }

    /** Returns what a field became, or what it was where it was removed. */
    private static String either(FieldChange change) {
        return text(change.becomes() == null ? change.old() : change.becomes());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String spaced(String key) {
        return key.replace("/", " · ");
    }
}
