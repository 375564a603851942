package dev.rehearsal.change;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ProductChannel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes a table whose rows change sets replace: the words for them, their columns, the permission that changing one
 * takes, whom it concerns, and how one is read and written. Everything that treats such changes alike asks it; all kinds
 * are in {@link RowKinds}, and a {@link dev.rehearsal.ledger.RowTable} holds the rows of each.
 */
public abstract class RowKind<R> {

    private static final JsonMapper JSON = JsonMapper.shared();
    static final String EVERY_PRODUCT = "every product";

    private final String word;
    private final PermissionName permission;
    private final Class<R> type;
    private final Function<R, @Nullable String> product;
    private final ToIntFunction<R> version;
    private final List<Column<R>> columns;

    /**
     * @param word the name of the table in the API, such as {@code channel_mapping}
     * @param product that the permission must cover; null for every product
     */
    RowKind(
            String word,
            PermissionName permission,
            Class<R> type,
            Function<R, @Nullable String> product,
            ToIntFunction<R> version,
            List<Column<R>> columns) {
        this.word = word;
        this.permission = permission;
        this.type = type;
        this.product = product;
        this.version = version;
        this.columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param name as in the API
     * @param value text, a number or a list of texts
     * @param isKey whether it tells rows apart, so that no change sets it
     * @param ifNone what people read where the value is null or empty; null for nothing
     */
    public record Column<R>(
            String name,
            Function<R, @Nullable Object> value,
            boolean isKey,
            @Nullable String ifNone) {

        static <R> Column<R> key(String name, Function<R, @Nullable Object> value) {
            return new Column<>(name, value, true, null);
        }

        static <R> Column<R> of(String name, Function<R, @Nullable Object> value) {
            return new Column<>(name, value, false, null);
        }

        static <R> Column<R> of(String name, Function<R, @Nullable Object> value, String ifNone) {
            return new Column<>(name, value, false, ifNone);
        }

        /** Returns the value for people. */
        public @Nullable String text(R row) {
            Object found = value.apply(row);
            if (found instanceof Collection<?> values) {
                String listed = values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
                return listed.isEmpty() ? ifNone : listed;
            }
            return found == null ? ifNone : found.toString();
        }
    }

    /** Returns what the API calls such a row. */
    public final String word() {
        return word;
    }

    public final PermissionName permission() {
        return permission;
    }

    public final Class<R> type() {
        return type;
    }

    /** Whether it decides about other changes, so that it cannot come with any. */
    public boolean isConfiguration() {
        return true;
    }

    public final int version(R row) {
        return version.applyAsInt(row);
    }

    /** Returns the product that the permission must cover; null for every product. */
    final @Nullable String product(R row) {
        return product.apply(row);
    }

    /** Returns the name of the person whose row it is; null where rows are nobody's. */
    public @Nullable String owner(R row) {
        return null;
    }

    /** Returns what of its permission a change takes. */
    Set<Action> actions(@Nullable R before, @Nullable R after) {
        return Set.of(before == null ? Action.CREATE : after == null ? Action.DELETE : Action.MODIFY);
    }

    /** Returns the row in words, such as {@code gate of Firefox on release}. */
    public abstract String name(R row);

    /** Returns whom a row concerns. */
    abstract Stake stake(R row);

    /** Returns the products and channels whose clients or writers it is about; the channel is empty where it is none's. */
    public Stream<ProductChannel> places(R row) {
        return switch (stake(row)) {
            case Stake.OfChannels(String of, var channels) ->
                channels.stream().map(channel -> new ProductChannel(of, channel));
            case Stake.OfMapping(String of, var _, String test) -> Stream.of(new ProductChannel(of, test));
            case Stake.OfClients(String of, String channel) -> Stream.of(new ProductChannel(of, channel));
            case Stake.OfPerson _ -> Stream.empty();
            case Stake.OfPermissions(var products) -> products.stream().map(of -> new ProductChannel(of, ""));
        };
    }

    /** Reads what a row shall say; its number and version say nothing. */
    public abstract R read(RowFields fields);

    /** Whether rows get a number that tells them apart. */
    public boolean isNumbered() {
        return false;
    }

    public RowKey key(R row) {
        Map<String, Object> key = new LinkedHashMap<>();
        keys().forEach(column -> key.put(column.name(), Objects.requireNonNull(column.value.apply(row))));
        return new RowKey(key);
    }

    /** Reads which row is meant, where rows have no numbers. */
    public RowKey readKey(RowFields fields) {
        Map<String, Object> key = new LinkedHashMap<>();
        keys().forEach(column -> key.put(column.name(), fields.text(column.name())));
        return new RowKey(key);
    }

    /** Returns what people call a row that has no number yet. */
    String nameOfNew(R row) {
        return name(row);
    }

    /** Returns the sentence for a row that is not there. */
    public String missing(RowKey key) {
        return key.isNumber() ? "there is no " + label(key) : "there is no such row";
    }

    /** Returns the sentence for a row that should not be there yet. */
    String present(RowKey key) {
        return "there is such a row already: update it instead";
    }

    /** Returns what a set is called that does nothing but this. */
    public String title(RowKey key, Proposal.Row expected, @Nullable R becomes) {
        return (becomes == null ? "Remove " : expected == Proposal.Row.NONE_YET ? "Add " : "Change ") + label(key);
    }

    final String label(RowKey key) {
        return word.replace('_', ' ') + (key.isNew() ? "" : " " + key);
    }

    Stream<Stake> stakes(@Nullable R before, @Nullable R after) {
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(row -> stake(Objects.requireNonNull(row)))
                .distinct();
    }

    /** Whether a row cannot stand beside these others, which came since it was asked for. */
    public boolean clashes(R row, List<R> others) {
        return false;
    }

    public final List<Column<R>> columns() {
        return columns;
    }

    private Stream<Column<R>> keys() {
        return columns.stream().filter(Column::isKey);
    }

    private Stream<Column<R>> contents() {
        return columns.stream().filter(column -> !column.isKey());
    }

    /** Returns the fields with which the API takes such a row. */
    public Set<String> fieldNames() {
        return columns.stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns what tells all of a row; empty for none. */
    public final Map<String, @Nullable Object> fields(@Nullable R row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (row != null) {
            columns.forEach(column -> fields.put(column.name(), column.value.apply(row)));
        }
        return fields;
    }

    /** Returns what the API tells of a row besides its key; each is null for none. */
    public Map<String, @Nullable Object> content(@Nullable R row) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        contents().forEach(column -> content.put(column.name(), row == null ? null : column.value.apply(row)));
        return content;
    }

    /** Returns the row as the API tells it. */
    public Map<String, @Nullable Object> told(R row) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>(key(row).columns());
        told.putAll(content(row));
        told.put("data_version", version(row));
        return told;
    }

    /** Returns the change as one of such a row; empty if it is of something else. */
    @SuppressWarnings("unchecked")
    public final Stream<RowChange<R>> in(Change change) {
        return change instanceof RowChange<?> row && row.kind() == this
                ? Stream.of((RowChange<R>) row)
                : Stream.empty();
    }

    /** Returns the changes of such rows that a set holds. */
    public final Stream<RowChange<R>> in(Collection<Change> changes) {
        return changes.stream().flatMap(this::in);
    }

    /** Returns the content column of a change. */
    public ObjectNode stored(RowChange<R> change) {
        ObjectNode json = JSON.createObjectNode();
        json.set("before", change.before() == null ? JSON.nullNode() : stored(change.before()));
        json.set("after", change.after() == null ? JSON.nullNode() : stored(change.after()));
        return json;
    }

    /** Reads a change back from its content column. */
    public final RowChange<R> restored(ChangeId id, JsonNode content) {
        return new RowChange<>(id, this, restored(content, "before"), restored(content, "after"));
    }

    private @Nullable R restored(JsonNode content, String side) {
        JsonNode row = content.path(side);
        return row.isNull() || row.isMissingNode() ? null : restoredRow(row, content);
    }

    JsonNode stored(R row) {
        return JSON.valueToTree(row);
    }

    /** @param content all that is stored of the change */
    R restoredRow(JsonNode row, JsonNode content) {
        return as(type, row);
    }

    static <T> T as(Class<T> type, JsonNode json) {
        return JSON.treeToValue(json, type);
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    @Override
    public String toString() {
        return word;
    }
}
