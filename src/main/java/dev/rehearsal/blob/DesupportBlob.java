package dev.rehearsal.blob;

import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;
import java.util.stream.Stream;

/** Tells a client that its system gets no more updates: schema 50. Its URL is a page, not a file. */
public final class DesupportBlob extends XmlBlob {

    static final List<String> PLACEHOLDERS = List.of("LOCALE", "VERSION", "OS");

    private final Template detailsUrl;
    private final String displayVersion;
    private final int weight;

    DesupportBlob(String name, int schemaVersion, Template detailsUrl, String displayVersion, int weight) {
        super(name, schemaVersion);
        this.detailsUrl = detailsUrl;
        this.displayVersion = displayVersion;
        this.weight = weight;
    }

    @Override
    public Offer offerTo(UpdateQuery query) {
        return Offer.Update.ALWAYS;
    }

    @Override
    void appendHeader(StringBuilder out, Rendering rendering) {}

    @Override
    void appendParts(StringBuilder out, Rendering rendering) {
        UpdateQuery query = rendering.query();
        if (query.locale() == null) {
            throw new UnanswerableException("A desupport notice cannot be rendered without a locale.");
        }
        out.append("    <update type=\"").append(rendering.updateType().wireName());
        out.append("\" unsupported=\"true\" detailsURL=\"");
        // What the client itself sent is told as it was sent.
        AttributeText.safe(detailsUrl.source());
        out.append(detailsUrl.fill(query.locale(), query.version(), operatingSystem(query.buildTarget())));
        out.append("\" displayVersion=\"")
                .append(AttributeText.safe(displayVersion))
                .append("\">\n");
    }

    @Override
    void appendFooter(StringBuilder out, Rendering rendering) {
        out.append("</update>");
    }

    @Override
    public Stream<String> fileUrls() {
        return Stream.empty();
    }

    @Override
    public int weight() {
        return weight;
    }

    private static String operatingSystem(String buildTarget) {
        int end = buildTarget.indexOf('_');
        return end < 0 ? buildTarget : buildTarget.substring(0, end);
    }
}
