package dev.rehearsal.matching;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version that a client does not want to go beyond: {@code 102.} or {@code 102.3.} admits all that begin so. */
public final class PinCeiling {

    private static final int MOST_NUMBERS = 2;

    private final MozillaVersion prefix;

    private PinCeiling(MozillaVersion prefix) {
        this.prefix = prefix;
    }

    /** @throws BadQueryException if the text is no pin, with Balrog's message */
    public static PinCeiling parse(String text) {
        PinCeiling pin = tryParse(text);
        if (pin == null) {
            throw new BadQueryException("Version Pin String '" + text + "' is invalid.");
        }
        return pin;
    }

    /** Reads a ceiling; returns null where {@link #parse} throws. */
    public static @Nullable PinCeiling tryParse(String text) {
        TextCursor cursor = new TextCursor(text);
        List<BigInteger> numbers = new ArrayList<>();
        do {
            if (cursor.number() == TextCursor.NO_NUMBER) {
                return null;
            }
            numbers.add(cursor.exactNumber());
            if (!cursor.skip('.')) {
                return null;
            }
        } while (numbers.size() < MOST_NUMBERS && !cursor.atEnd());
        return cursor.atEnd() ? new PinCeiling(MozillaVersion.prefix(numbers)) : null;
    }

    /**
     * Whether a release is too new for the client.
     *
     * @throws UnanswerableException if the version of the release is a glob
     */
    public boolean isExceededBy(MozillaVersion release) {
        if (release.isGlob()) {
            throw new UnanswerableException("The release version " + release + " cannot be compared with a pin.");
        }
        return release.compareNumbersTo(prefix) > 0;
    }

    /** Returns the text without leading zeros, as pins are looked up. */
    @Override
    public String toString() {
        return prefix.withDots();
    }
}
