package dev.rehearsal.blob;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of a blob that passed its checks into its compiled form. */
final class BlobCompiler {

    private static final int SMALL_BLOB = 200;

    private BlobCompiler() {}

    static Blob compile(BlobSchema schema, JsonNode blob) {
        Compilation compilation = new Compilation();
        compilation.takes(SMALL_BLOB);
        String name = compilation.textOr(blob, "name", "");
        return switch (schema) {
            case APP_1, APP_2, APP_3, APP_4, APP_5, APP_6, APP_8, APP_9 ->
                new AppBlobCompiler(schema, compilation).compile(name, blob);
            case DESUPPORT -> {
                String url = compilation.textOr(blob, "detailsUrl", "");
                Template template = Template.of(url, DesupportBlob.PLACEHOLDERS);
                String displayVersion = compilation.textOr(blob, "displayVersion", "");
                yield new DesupportBlob(name, template, displayVersion, compilation.weight());
            }
            case GMP -> {
                String hashFunction = compilation.text(blob, "hashFunction");
                AddonList vendors = AddonCompiler.compile(compilation, blob, "vendors");
                yield new GmpBlob(name, hashFunction, vendors, compilation.weight());
            }
            case SUPER ->
                new SuperBlob(
                        name,
                        compilation.textList(blob, "products"),
                        compilation.textList(blob, "blobs").stream()
                                .map(compilation::releaseName)
                                .toList(),
                        compilation.weight());
            case SYSTEM_ADDONS -> {
                String hashFunction = compilation.text(blob, "hashFunction");
                AddonList addons = AddonCompiler.compile(compilation, blob, "addons");
                boolean uninstall = Compilation.isTrue(blob, "uninstall");
                yield new SystemAddonsBlob(name, hashFunction, addons, uninstall, compilation.weight());
            }
            case GUARDIAN -> guardian(compilation, name, blob);
        };
    }

    private static GuardianBlob guardian(Compilation compilation, String name, JsonNode blob) {
        Map<String, GuardianBlob.PlatformFile> platforms = compilation.map(blob, "platforms", platform -> {
            String url = compilation.text(platform, "fileUrl");
            String hashValue = compilation.text(platform, "hashValue");
            return url == null || hashValue == null ? null : new GuardianBlob.PlatformFile(url, hashValue);
        });
        JsonNode required = blob.path("required");
        @Nullable Boolean isRequired = required.isBoolean() ? required.booleanValue() : null;
        return new GuardianBlob(
                name,
                compilation.textOr(blob, "version", ""),
                isRequired,
                compilation.textOr(blob, "hashFunction", ""),
                platforms,
                compilation.weight());
    }
}
