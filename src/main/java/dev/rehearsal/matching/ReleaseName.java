package dev.rehearsal.matching;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The name of a release, as a rule's mapping refers to it: at most 100 characters, unique over all products.
 *
 * <p>Names from other tables may hold what no address can carry. These have an address all the same: a tilde and the name
 * in Base64, which stands for it wherever an address names a release.
 */
public record ReleaseName(String value) implements Comparable<ReleaseName> {

    private static final char ESCAPE = '~';

    /** What ends a segment of a path, or what servers and browsers on the way decode once too often. */
    private static final String ENDS_A_SEGMENT = "/\\%;";

    /** Returns the name that a segment of an address stands for; no table holds one with a NUL in it. */
    public static ReleaseName ofSegment(String segment) {
        if (segment.length() > 1 && segment.charAt(0) == ESCAPE) {
            String name = unescaped(segment.substring(1));
            if (name != null && name.indexOf('\0') < 0 && segment.equals(new ReleaseName(name).segment())) {
                return new ReleaseName(name);
            }
        }
        return new ReleaseName(segment);
    }

    /** Returns the segment of an address that stands for this name, before it is encoded like any other. */
    public String segment() {
        return isAddressable(value)
                ? value
                : ESCAPE
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns why no new release may be called so, however long that is; null if it may. */
    public @Nullable String refusal() {
        if (value.isEmpty()) {
            return null;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isCarried(value, i)) {
                char c = value.charAt(i);
                return "must not hold %s: no address could carry it"
                        .formatted(
                                c >= ' ' && c <= '~'
                                        ? "'" + c + "'"
                                        : "the invisible character U+%04X".formatted((int) c));
            }
        }
        if (!value.equals(value.strip())) {
            return "must not begin or end with a blank: no rule could name it";
        }
        return isAddressable(value) ? null : "must not be '.' or '..' nor begin with '~': no address could carry it";
    }

    private static boolean isAddressable(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.charAt(0) == ESCAPE) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isCarried(name, i)) {
                return false;
            }
        }
        return true;
    }

    /** Control characters and those that turn the direction of a line are seen by nobody who compares two names. */
    private static boolean isCarried(String name, int at) {
        char c = name.charAt(at);
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            case Character.SURROGATE -> isHalfOfPair(name, at);
            default -> ENDS_A_SEGMENT.indexOf(c) < 0;
        };
    }

    private static boolean isHalfOfPair(String name, int at) {
        return Character.isHighSurrogate(name.charAt(at))
                ? at + 1 < name.length() && Character.isLowSurrogate(name.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(name.charAt(at - 1));
    }

    private static @Nullable String unescaped(String encoded) {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public int compareTo(ReleaseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
