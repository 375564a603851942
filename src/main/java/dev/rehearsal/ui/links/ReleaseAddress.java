package dev.rehearsal.ui.links;

import com.vaadin.flow.router.QueryParameters;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.problem.WireNamed;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Query;
import dev.rehearsal.ui.releases.ReleaseVersion;
import org.jspecify.annotations.Nullable;

/**
 * The address of the page of a release.
 *
 * @param part path of the part whose text is shown
 * @param find what is searched for in the text of every part; empty for nothing
 * @param from the older of the versions that are compared, as {@link ReleaseVersion#key}; empty for the one before
 * @param to the newer one; empty for what is there now
 * @param saved the change set that was saved last; null for none
 */
public record ReleaseAddress(
        Tab tab,
        String part,
        String find,
        String from,
        String to,
        @Nullable Long saved) {

    public static final AddressParameters PARAMETERS = AddressParameters.NONE
            .choice("tab", Tab.class)
            .text("part", "find", "from", "to")
            .number("saved");

    public static final ReleaseAddress PLAIN = new ReleaseAddress(Tab.USES, BlobParts.BASE_PATH, "", "", "", null);

    /** The tabs of a release's page. */
    public enum Tab implements WireNamed {
        USES,
        TREE,
        TEXT,
        VERSIONS;

        static Tab named(String wireName) {
            return WireNamed.find(Tab.class, wireName).orElse(USES);
        }
    }

    public static ReleaseAddress of(QueryParameters query) {
        String part = Query.text(query, "part");
        return new ReleaseAddress(
                Tab.named(Query.text(query, "tab")),
                part.isEmpty() ? BlobParts.BASE_PATH : part,
                Query.text(query, "find"),
                Query.text(query, "from"),
                Query.text(query, "to"),
                Query.number(query, "saved"));
    }

    QueryParameters query() {
        return new Query()
                .with("tab", tab == Tab.USES ? null : tab.wireName())
                .with("part", part.equals(BlobParts.BASE_PATH) ? null : part)
                .with("find", find)
                .with("from", from)
                .with("to", to)
                .with("saved", saved)
                .parameters();
    }

    public ReleaseAddress at(Tab other) {
        return new ReleaseAddress(other, part, find, from, to, null);
    }

    public ReleaseAddress at(String otherPart) {
        return new ReleaseAddress(Tab.TEXT, otherPart, find, from, to, null);
    }

    public ReleaseAddress finding(String text) {
        return new ReleaseAddress(Tab.TEXT, part, text, from, to, null);
    }

    public ReleaseAddress comparing(String older, String newer) {
        return new ReleaseAddress(Tab.VERSIONS, part, find, older, newer, null);
    }

    public static ReleaseAddress saved(long set) {
        return new ReleaseAddress(Tab.USES, BlobParts.BASE_PATH, "", "", "", set);
    }
}
