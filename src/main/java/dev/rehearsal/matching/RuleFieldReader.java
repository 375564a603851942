package dev.rehearsal.matching;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings one field of a rule into the form in which it is kept, or says why it cannot be. */
final class RuleFieldReader {

    /** A field is refused; the message says why. */
    static final class Refusal extends Exception {

        Refusal(String sentence) {
            super(sentence, null, false, false);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private static final Set<RuleField> NEVER_NULL =
            EnumSet.of(RuleField.PRIORITY, RuleField.BACKGROUND_RATE, RuleField.UPDATE_TYPE);
    /** Spaces inside mean nothing in these lists. */
    private static final Set<RuleField> WITHOUT_SPACES = EnumSet.of(RuleField.LOCALE, RuleField.DISTRIBUTION);

    /** In these a blank is no slip that is put right, but a comparison with nothing: it must not mean every client. */
    private static final Set<RuleField> COMPARED = EnumSet.of(RuleField.VERSION, RuleField.BUILD_ID, RuleField.MEMORY);

    private static final char LAST_ASCII = 127;

    private final boolean asTyped;

    private RuleFieldReader(boolean asTyped) {
        this.asTyped = asTyped;
    }

    /** For what people and programs write today: trimmed, blanks are null, and what could not be matched is refused. */
    static RuleFieldReader typed() {
        return new RuleFieldReader(true);
    }

    /** For what a table already holds: taken as it is. */
    static RuleFieldReader stored() {
        return new RuleFieldReader(false);
    }

    @Nullable
    Object read(RuleField field, @Nullable Object sent) throws Refusal {
        Object value = switch (field.kind()) {
            case TEXT -> text(field, sent);
            case NUMBER -> number(field, sent);
            case FLAG -> flag(field, sent);
        };
        if (value == null && (NEVER_NULL.contains(field) || field == RuleField.MAPPING && asTyped)) {
            throw new Refusal(
                    field == RuleField.MAPPING
                            ? "mapping is missing: name the release to serve."
                            : field.wireName() + " is missing: give a value.");
        }
        return value;
    }

    private @Nullable Object flag(RuleField field, @Nullable Object sent) throws Refusal {
        if (sent == null || sent instanceof Boolean) {
            return sent;
        }
        throw new Refusal(field.wireName() + " must be true or false, or null where either will do.");
    }

    private @Nullable Integer number(RuleField field, @Nullable Object sent) throws Refusal {
        if (sent == null || sent instanceof String text && text.isBlank()) {
            return null;
        }
        BigInteger number = switch (sent) {
            case Integer _, Long _, BigInteger _ -> new BigInteger(sent.toString());
            case String text -> PythonInteger.parse(text);
            default -> null;
        };
        if (number == null || number.signum() < 0 || number.compareTo(BigInteger.valueOf(field.limit())) > 0) {
            throw new Refusal(field.wireName() + " must be a whole number from 0 to " + field.limit() + ".");
        }
        return number.intValue();
    }

    private @Nullable String text(RuleField field, @Nullable Object sent) throws Refusal {
        if (sent == null) {
            return null;
        }
        if (!(sent instanceof String text)) {
            throw new Refusal(field.wireName() + " must be a text.");
        }
        refuseForeignCharacters(field, text);
        if (text.length() > field.limit()) {
            throw new Refusal(field.wireName() + " may have at most " + field.limit() + " characters, this has "
                    + text.length() + ".");
        }
        if (asTyped && text.isBlank() && !text.isEmpty() && COMPARED.contains(field)) {
            throw new Refusal(field.wireName() + " is nothing but blanks: leave it empty where every value will do.");
        }
        if (asTyped ? text.isBlank() : text.isEmpty() && namesRelease(field)) {
            return null;
        }
        if (field == RuleField.UPDATE_TYPE && UpdateType.tryOfWireName(text) == null) {
            throw new Refusal("update_type must be minor or major.");
        }
        return asTyped ? typedText(field, text) : storedText(field, text);
    }

    private static boolean namesRelease(RuleField field) {
        return field == RuleField.MAPPING || field == RuleField.FALLBACK_MAPPING;
    }

    private static void refuseForeignCharacters(RuleField field, String text) throws Refusal {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0) {
                throw new Refusal(field.wireName() + " must not hold the character with code 0.");
            }
            if (text.charAt(i) > LAST_ASCII) {
                throw new Refusal(field.wireName() + " may have only ASCII characters: replace \""
                        + Character.toString(text.codePointAt(i)) + "\".");
            }
        }
    }

    /** A version that cannot be read would turn every query that reaches it into a 400: no table may bring one. */
    private static String storedText(RuleField field, String text) throws Refusal {
        String problem = field == RuleField.VERSION ? RuleSyntax.unreadableVersion(text) : null;
        if (problem != null) {
            throw new Refusal(problem);
        }
        return text;
    }

    private static String typedText(RuleField field, String text) throws Refusal {
        String problem = RuleSyntax.problemIn(field, text);
        if (problem != null) {
            throw new Refusal(problem);
        }
        return WITHOUT_SPACES.contains(field) ? withoutSpaces(text) : text.strip();
    }

    private static String withoutSpaces(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars()
                .filter(character -> !Character.isWhitespace(character))
                .forEach(character -> kept.append((char) character));
        return kept.toString();
    }
}
