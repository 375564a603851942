package dev.rehearsal.insight.fingerprint;

import java.util.Map;

/** Names a build target as release engineers call it. */
final class PlatformName {

    private static final Map<String, String> KNOWN = Map.of(
            "WINNT_x86-msvc", "win32",
            "WINNT_x86_64-msvc", "win64",
            "WINNT_aarch64-msvc-aarch64", "win64-aarch64",
            "Linux_x86-gcc3", "linux32",
            "Linux_x86_64-gcc3", "linux64",
            "Linux_aarch64-gcc3", "linux-aarch64",
            "Darwin_x86_64-gcc3-u-i386-x86_64", "mac",
            "Darwin_x86_64-gcc3", "mac-x86_64",
            "Darwin_aarch64-gcc3", "mac-aarch64");

    private PlatformName() {}

    /** The target itself where it has no other name. */
    static String of(String buildTarget) {
        return KNOWN.getOrDefault(buildTarget, buildTarget);
    }
}
