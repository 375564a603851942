package dev.rehearsal.bench;

import java.util.ArrayList;
import java.util.List;

/** Update URLs that nobody has asked yet: those of clients with a build of their own. */
final class NewUrls {

    private static final int BUILD_ID = 5;
    private static final long FIRST_BUILD = 20_150_101_000_000L;

    private final List<String[]> segments;
    private long made;

    /** @param urls each is varied in turn */
    NewUrls(List<String> urls) {
        this.segments = urls.stream().map(url -> url.split("/", -1)).toList();
    }

    List<String> take(int count) {
        List<String> urls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String[] varied = segments.get((int) (made % segments.size())).clone();
            varied[BUILD_ID] = Long.toString(FIRST_BUILD + made++);
            urls.add(String.join("/", varied));
        }
        return urls;
    }
}
