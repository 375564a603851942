package dev.rehearsal.blob;

import dev.rehearsal.matching.MozillaVersion;
import java.util.List;

/**
 * Schema 1: a version for people and one for extensions.
 *
 * @param pleasesOldVersions whether clients before 4.0 are told what they need to hear to update without asking about
 *     extensions ({@code oldVersionSpecialCases})
 */
record ExtensionUpdateLine(List<UpdateAttribute> attributes, boolean pleasesOldVersions) implements UpdateLine {

    private static final MozillaVersion FIRST_PLEASED = MozillaVersion.parse("2.0");
    private static final MozillaVersion FIREFOX_3_5 = MozillaVersion.parse("3.5");
    private static final MozillaVersion FIREFOX_3_6 = MozillaVersion.parse("3.6");
    private static final MozillaVersion FIREFOX_4 = MozillaVersion.parse("4.0");

    @Override
    public void append(StringBuilder out, Rendering rendering, String locale, LocaleBuild build, String buildId) {
        int start = out.length();
        Versions versions = build.versions();
        String shown = Versions.safe(versions.shown());
        String extension = Versions.safe(versions.applicationText());
        out.append("    <update type=\"").append(rendering.updateType().wireName());
        out.append("\" version=\"").append(shown);
        out.append("\" extensionVersion=\"").append(extension);
        out.append("\" buildID=\"").append(AttributeText.safe(buildId)).append('"');
        for (UpdateAttribute attribute : attributes) {
            attribute.append(out, locale);
        }
        out.append('>');
        if (pleasesOldVersions) {
            String line = pleasing(out.substring(start), rendering.query().version(), shown, extension);
            out.replace(start, out.length(), line);
        }
    }

    /** Replaces in the finished line, as Balrog does: an attribute with the same text elsewhere changes too. */
    private static String pleasing(String line, String runningText, String shown, String extension) {
        MozillaVersion running = MozillaVersion.parse(runningText);
        if (running.compareTo(FIRST_PLEASED) < 0 || running.compareTo(FIREFOX_4) >= 0) {
            return line;
        }
        if (running.compareTo(FIREFOX_3_6) >= 0) {
            return line.replace("extensionVersion=\"" + extension + "\"", "extensionVersion=\"" + runningText + "\"");
        }
        String withoutExtension = running.compareTo(FIREFOX_3_5) >= 0
                ? line
                : line.replace("version=\"" + shown + "\"", "version=\"" + runningText + "\"");
        return withoutExtension.replace("extensionVersion=\"" + extension + "\" ", "");
    }
}
