package dev.rehearsal.blob;

import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.List;

/** Tells a client that its system gets no more updates: schema 50. Its URL is a page, not a file. */
public final class DesupportBlob extends XmlBlob {

    static final List<String> PLACEHOLDERS = List.of("LOCALE", "VERSION", "OS");

    private final Template detailsUrl;
    private final String displayVersion;

    DesupportBlob(String name, Template detailsUrl, String displayVersion, int weight) {
        super(name, weight);
        this.detailsUrl = detailsUrl;
        this.displayVersion = displayVersion;
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

    private static String operatingSystem(String buildTarget) {
        int end = buildTarget.indexOf('_');
        return end < 0 ? buildTarget : buildTarget.substring(0, end);
    }
}
