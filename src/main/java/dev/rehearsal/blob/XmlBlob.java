package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UnanswerableException;

/** A release that is answered as an {@code <updates>} document. {@link UpdateXml} puts the pieces together. */
public abstract sealed class XmlBlob implements Blob
        permits AppBlob, DesupportBlob, GmpBlob, SuperBlob, SystemAddonsBlob {

    private final String name;
    private final int schemaVersion;

    XmlBlob(String name, int schemaVersion) {
        this.name = name;
        this.schemaVersion = schemaVersion;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int schemaVersion() {
        return schemaVersion;
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
