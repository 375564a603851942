package dev.rehearsal.blob;

import dev.rehearsal.blob.UrlPerChannel.SourceTexts;
import dev.rehearsal.blob.UrlPerChannel.TextPerKind;
import dev.rehearsal.blob.UrlPerChannel.TextPerSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles where an application release has its files. */
final class FileUrlsCompiler {

    private static final int TEMPLATE = 200;

    private final BlobSchema schema;
    private final Compilation compilation;

    FileUrlsCompiler(BlobSchema schema, Compilation compilation) {
        this.schema = schema;
        this.compilation = compilation;
    }

    FileUrls compile(JsonNode blob) {
        if (schema.compareTo(BlobSchema.APP_3) > 0) {
            return new UrlPerFile(compilation.map(blob, "fileUrls", this::block));
        }
        return new UrlPerChannel(
                compilation.map(
                        blob,
                        "fileUrls",
                        url -> url.isString() ? template(url.stringValue(), UrlPerChannel.PLACEHOLDERS) : null),
                sourceTexts(blob.path("ftpFilenames")),
                sourceTexts(blob.path("bouncerProducts")));
    }

    private UrlPerFile.@Nullable Block block(JsonNode block) {
        return block.isEmpty()
                ? null
                : new UrlPerFile.Block(templates(block, "completes"), templates(block, "partials"));
    }

    private Map<String, Template> templates(JsonNode block, String kind) {
        return compilation.map(
                block, kind, url -> url.isString() ? template(url.stringValue(), UrlPerFile.PLACEHOLDERS) : null);
    }

    private SourceTexts sourceTexts(JsonNode texts) {
        if (schema == BlobSchema.APP_3) {
            return new TextPerSource(textsBySource(texts, "completes"), textsBySource(texts, "partials"));
        }
        return new TextPerKind(compilation.textOr(texts, "complete", ""), compilation.textOr(texts, "partial", ""));
    }

    private Map<String, String> textsBySource(JsonNode texts, String kind) {
        return compilation.map(texts, kind, text -> text.isString() ? compilation.keep(text.stringValue()) : null);
    }

    private Template template(String url, List<String> placeholders) {
        compilation.takes(TEMPLATE);
        return Template.of(compilation.keep(url), placeholders);
    }
}
