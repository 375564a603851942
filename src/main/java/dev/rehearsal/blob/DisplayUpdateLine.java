package dev.rehearsal.blob;

import java.util.List;

/**
 * Schemas 2 to 8: a version to show and one to compare.
 *
 * <p>A version that the blob lacks reads {@code None}: clients have been getting it since platformVersion left the
 * schema (a Balrog fact).
 *
 * @param beforeOsUpdate the attributes up to {@code isOSUpdate}
 * @param afterOsUpdate the attributes after it
 */
record DisplayUpdateLine(List<UpdateAttribute> beforeOsUpdate, List<UpdateAttribute> afterOsUpdate)
        implements UpdateLine {

    @Override
    public void append(StringBuilder out, Rendering rendering, String locale, LocaleBuild build, String buildId) {
        Versions versions = build.versions();
        out.append("    <update type=\"").append(rendering.updateType().wireName());
        out.append("\" displayVersion=\"").append(Versions.safe(versions.shown()));
        out.append("\" appVersion=\"").append(Versions.safe(versions.applicationText()));
        out.append("\" platformVersion=\"").append(Versions.safe(versions.platform()));
        out.append("\" buildID=\"").append(AttributeText.safe(buildId)).append('"');
        for (UpdateAttribute attribute : beforeOsUpdate) {
            attribute.append(out, locale);
        }
        if (build.osUpdate()) {
            out.append(" isOSUpdate=\"true\"");
        }
        for (UpdateAttribute attribute : afterOsUpdate) {
            attribute.append(out, locale);
        }
        out.append('>');
    }
}
