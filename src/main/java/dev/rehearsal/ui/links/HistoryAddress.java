package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of the history.
 *
 * @param narrowing which entries are wanted
 * @param until later entries are left out, so that pages stay as they are while others write; null for none
 * @param page from 1, which is the newest
 */
public record HistoryAddress(Narrowing narrowing, @Nullable Instant until, int page) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .text("person", "object", "product", "channel")
            .day("from", "to")
            .number("set", "page")
            .time("until");

    private static final int LAST_PAGE = 1_000_000;

    public static final HistoryAddress EVERYTHING = new HistoryAddress(Narrowing.NONE, null, 1);

    /**
     * The narrowing of a history that somebody chose; empty texts and null for any.
     *
     * @param objects kinds of objects; empty for all
     * @param from the first day, in the zone of the signed-in user
     * @param to the last day
     */
    public record Narrowing(
            String person,
            SortedSet<String> objects,
            String product,
            String channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long set) {

        public static final Narrowing NONE = new Narrowing("", new TreeSet<>(), "", "", null, null, null);

        public Narrowing {
            objects = Collections.unmodifiableSortedSet(objects);
        }

        public boolean narrows() {
            return !equals(NONE);
        }
    }

    public static HistoryAddress of(QueryParameters query) {
        Long page = Query.number(query, "page");
        return new HistoryAddress(
                new Narrowing(
                        Query.text(query, "person"),
                        objects(Query.text(query, "object")),
                        Query.text(query, "product"),
                        Query.text(query, "channel"),
                        Query.day(query, "from"),
                        Query.day(query, "to"),
                        Query.number(query, "set")),
                Query.time(query, "until"),
                page == null ? 1 : (int) Math.clamp(page, 1, LAST_PAGE));
    }

    private static SortedSet<String> objects(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .filter(object -> !object.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    QueryParameters query() {
        return new Query()
                .with("person", narrowing.person())
                .with("object", String.join(",", narrowing.objects()))
                .with("product", narrowing.product())
                .with("channel", narrowing.channel())
                .with("from", narrowing.from())
                .with("to", narrowing.to())
                .with("set", narrowing.set())
                .with("until", until == null ? null : until.toEpochMilli())
                .with("page", page == 1 ? null : page)
                .parameters();
    }

    /** @param zone whose days are meant */
    public JournalFilter filter(ZoneId zone) {
        LocalDate from = narrowing.from();
        LocalDate to = narrowing.to();
        Instant end = to == null
                ? null
                : to.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        return new JournalFilter(
                narrowing.person().isEmpty() ? null : new Actor(narrowing.person()),
                Set.copyOf(narrowing.objects()),
                narrowing.product().isEmpty() ? null : narrowing.product(),
                narrowing.channel().isEmpty() ? null : narrowing.channel(),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null || end != null && end.isBefore(until) ? end : until,
                narrowing.set() == null ? null : new ChangeSetId(narrowing.set()));
    }

    /** The newest of other entries. */
    public HistoryAddress narrowedTo(Narrowing other) {
        return new HistoryAddress(other, null, 1);
    }

    /** The newest of these entries, whatever was written meanwhile. */
    public HistoryAddress newest() {
        return narrowedTo(narrowing);
    }

    /** Another page of the entries up to a time; the first shows what is written meanwhile, too. */
    public HistoryAddress at(int otherPage, Instant upTo) {
        return otherPage == 1 ? newest() : new HistoryAddress(narrowing, until == null ? upTo : until, otherPage);
    }

    /** The whole history of one set. */
    public static HistoryAddress of(ChangeSetId set) {
        return EVERYTHING.narrowedTo(new Narrowing("", new TreeSet<>(), "", "", null, null, set.value()));
    }
}
