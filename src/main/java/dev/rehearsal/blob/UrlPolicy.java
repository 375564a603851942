package dev.rehearsal.blob;

import dev.rehearsal.matching.UpdateQuery.Force;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a node for the URLs of files that it serves, as it is configured.
 *
 * @param allowList null where all hosts may be served
 * @param specialForceHosts beginnings of URLs, scheme included, to which a client's {@code force} is passed on
 */
public record UrlPolicy(@Nullable AllowList allowList, List<String> specialForceHosts) {

    /** All hosts may be served, {@code force} is passed on to none. */
    public static final UrlPolicy OPEN = new UrlPolicy(null, List.of());

    public UrlPolicy {
        specialForceHosts = List.copyOf(specialForceHosts);
    }

    public boolean forbids(String url, String product) {
        return allowList != null && allowList.forbids(url, product);
    }

    /** The URLs of a blob that may not be served, each once. */
    public List<String> forbiddenUrls(Blob blob, String product) {
        return allowList == null ? List.of() : allowList.forbiddenUrls(blob, product);
    }

    /** Whether a client's {@code force} is passed on with this URL; a plain comparison of beginnings (a Balrog fact). */
    public boolean isSpecial(String url) {
        for (String beginning : specialForceHosts) {
            if (url.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    String withForce(String url, Force force) {
        if (force == Force.NONE || !isSpecial(url)) {
            return url;
        }
        return url + (url.indexOf('?') < 0 ? "?force=" : "&force=") + (force == Force.MAIN ? "1" : "-1");
    }
}
