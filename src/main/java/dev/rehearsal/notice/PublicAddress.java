package dev.rehearsal.notice;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds the address at which people find this installation, for links in notices.
 *
 * @param publicUrl such as {@code https://rehearsal.example}; empty where nobody has said
 */
@ConfigurationProperties("rehearsal")
public record PublicAddress(@DefaultValue("") String publicUrl) {

    public PublicAddress {
        String text = publicUrl.strip();
        publicUrl = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    public boolean isKnown() {
        return !publicUrl.isEmpty();
    }

    /** Returns the address of a page; only its path where nobody has said where this is. */
    public String of(String path) {
        return publicUrl + "/"
                + URI.create("/").resolve(encoded(path)).toString().substring(1);
    }

    /** Returns the name of the host; {@code localhost} where nobody has said. */
    public String host() {
        String host = isKnown() ? host(publicUrl) : null;
        return host == null ? "localhost" : host;
    }

    private static @Nullable String host(String url) {
        return URI.create(url).getHost();
    }

    private static String encoded(String path) {
        return path.replace(" ", "%20");
    }
}
