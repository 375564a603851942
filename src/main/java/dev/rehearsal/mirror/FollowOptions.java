package dev.rehearsal.mirror;

import java.time.Duration;

/**
 * Says which Balrog is followed, and how.
 *
 * @param url of its API, such as {@code https://balrog.example/api}; blank to follow none
 * @param token for its admin API; blank for the public one, which shows nothing that is pending
 * @param interval between two looks
 * @param rate of requests a second; 0 for no limit
 */
public record FollowOptions(String url, String token, Duration interval, int rate) {

    private static final String PUBLIC = "/v1";

    /** Whether anything is to be followed. */
    public boolean isSet() {
        return !url.isBlank();
    }

    /** Whether only what is public can be seen. */
    public boolean isPublic() {
        return token.isBlank();
    }

    /** Returns the address that paths of the API are added to. */
    String base() {
        String base = url.strip().replaceAll("/+$", "");
        return isPublic() && !base.endsWith(PUBLIC) ? base + PUBLIC : base;
    }
}
