package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UnanswerableException;
import java.util.List;
import java.util.Set;

/**
 * Joins the answers of other products, or of other releases, into one: schema 4000.
 *
 * <p>Products win where a blob names both. One that names neither cannot be served (Balrog fails).
 */
public final class SuperBlob extends XmlBlob {

    private final List<String> products;
    private final List<ReleaseName> blobs;

    SuperBlob(String name, List<String> products, List<ReleaseName> blobs, int weight) {
        super(name, weight);
        this.products = List.copyOf(products);
        this.blobs = List.copyOf(blobs);
    }

    /** Each is evaluated as if the client had asked for it; empty where {@link #blobs()} count. */
    public List<String> products() {
        return products;
    }

    /** The releases that are joined as they are. */
    public List<ReleaseName> blobs() {
        return blobs;
    }

    @Override
    public Set<ReleaseName> references() {
        return Set.copyOf(blobs);
    }

    @Override
    void appendHeader(StringBuilder out, Rendering rendering) {
        out.append(AddonList.HEADER);
    }

    @Override
    void appendParts(StringBuilder out, Rendering rendering) {
        throw new UnanswerableException("A superblob has nothing of its own to serve.");
    }

    @Override
    void appendFooter(StringBuilder out, Rendering rendering) {
        out.append(AddonList.FOOTER);
    }
}
