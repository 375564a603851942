package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.stream.Stream;

/** A release that is answered as an {@code <updates>} document. {@link UpdateXml} puts the pieces together. */
public abstract sealed class XmlBlob implements Blob
        permits AppBlob, DesupportBlob, GmpBlob, SuperBlob, SystemAddonsBlob {

    private final String name;
    private final int weight;

    XmlBlob(String name, int weight) {
        this.name = name;
        this.weight = weight;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int weight() {
        return weight;
    }

    /** Returns that it is one: all kinds but the releases of applications are, for everybody. */
    @Override
    public Offer offerTo(UpdateQuery query) {
        return Offer.Update.ALWAYS;
    }

    /** Returns none, as of a superblob or a notice. */
    @Override
    public Stream<String> fileUrls() {
        return Stream.empty();
    }

    /** The one line before the parts, without its line end; it may be empty. */
    abstract void appendHeader(StringBuilder out, Rendering rendering);

    /**
     * The lines between header and footer, each with its line end: all that a superblob takes from its children.
     *
     * @throws BadQueryException as Balrog's 400
     * @throws UnanswerableException where nothing is left of what Balrog would fail to render
     */
    abstract void appendParts(StringBuilder out, Rendering rendering);

    /** The one line after the parts, without its line end; it may be empty. */
    abstract void appendFooter(StringBuilder out, Rendering rendering);
}
