package dev.rehearsal.ui.preview;

/** What clients of Firefox ask. */
final class ClientUrl {

    private ClientUrl() {}

    static String onRelease(String version) {
        return on("release", version);
    }

    static String on(String channel, String version) {
        return of("Firefox", channel, version);
    }

    static String of(String product, String channel, String version) {
        return "/update/6/%s/%s/20260101000000/WINNT_x86_64-msvc/en-US/%s/Windows_NT/ISET:SSE4_2,MEM:8192/default/default/update.xml"
                .formatted(product, version, channel);
    }
}
