package dev.rehearsal.preview.ui;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of the staged table say of a row. It leaves out what goes without saying: the product and the channel
 * that the whole table is about.
 *
 * @param product null where the table is about every product
 */
record RuleTelling(@Nullable String product, String liveChannel) {

    private static final List<RuleField> CRITERIA = List.of(
            RuleField.VERSION,
            RuleField.BUILD_ID,
            RuleField.LOCALE,
            RuleField.BUILD_TARGET,
            RuleField.OS_VERSION,
            RuleField.MEMORY,
            RuleField.INSTRUCTION_SET,
            RuleField.JAWS,
            RuleField.MIG64,
            RuleField.DISTRIBUTION,
            RuleField.DIST_VERSION,
            RuleField.HEADER_ARCHITECTURE,
            RuleField.CHANNEL,
            RuleField.PRODUCT);

    Told priority(PreviewRow row) {
        return told(row, rule -> Integer.toString(rule.priority()));
    }

    Told serves(PreviewRow row) {
        return told(row, rule -> rule.mapping() == null ? "nothing: no mapping" : name(rule.mapping()));
    }

    /** Said of a major update only. */
    Told updateType(PreviewRow row) {
        return told(row, rule -> rule.updateType() == UpdateType.MAJOR ? "major" : null);
    }

    Told rate(PreviewRow row) {
        return told(row, rule -> rule.backgroundRate() + "\u00a0%");
    }

    /** What the others get; said only where there are others. */
    Told fallback(PreviewRow row) {
        return told(
                row,
                rule -> rule.backgroundRate() == 100
                        ? null
                        : "else " + (rule.fallbackMapping() == null ? "nothing" : name(rule.fallbackMapping())));
    }

    /** Such as {@code #204 firefox-release}. */
    Told rule(PreviewRow row) {
        return told(row, rule -> "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias()));
    }

    Told comment(PreviewRow row) {
        return told(row, Rule::comment);
    }

    String set(PreviewRow row) {
        return Objects.requireNonNullElse(row.by(), "") + (row.movedAway() ? " (moves to other clients)" : "");
    }

    /** Who is meant; "everyone" where the rule asks nothing. */
    List<Told> criteria(PreviewRow row) {
        List<Told> told = new ArrayList<>();
        for (RuleField field : CRITERIA) {
            Told criterion = told(row, rule -> criterion(field, rule));
            if (criterion.was() != null || criterion.now() != null) {
                told.add(criterion);
            }
        }
        return told.isEmpty() ? List.of(Told.of("everyone", "everyone")) : told;
    }

    private @Nullable String criterion(RuleField field, Rule rule) {
        Object value = field.read(rule);
        String text = value == null ? null : value.toString();
        return switch (field) {
            case PRODUCT -> product(text);
            case CHANNEL -> liveChannel.equals(text) || text == null ? null : "channel " + text;
            case VERSION -> compared("version ", text, "");
            case BUILD_ID -> compared("buildID ", text, "");
            case MEMORY -> compared("memory ", text, " MB");
            case LOCALE -> list("locale ", text);
            case BUILD_TARGET -> list("", text);
            case OS_VERSION -> systems(text);
            case INSTRUCTION_SET -> list("CPU ", text);
            case JAWS -> flag(value, "with JAWS", "without JAWS");
            case MIG64 -> flag(value, "ready for 64 bit", "not ready for 64 bit");
            case DISTRIBUTION -> list("distribution ", text);
            case DIST_VERSION -> list("distribution version ", text);
            case HEADER_ARCHITECTURE -> list("architecture ", text);
            default -> throw new IllegalArgumentException(field + " is no criterion");
        };
    }

    private @Nullable String product(@Nullable String asked) {
        if (asked == null) {
            return product == null ? null : "every product";
        }
        return asked.equals(product) ? null : "product " + asked;
    }

    private static @Nullable String list(String what, @Nullable String values) {
        return values == null ? null : what + values.replace(",", ", ");
    }

    /** Names a family of systems once: {@code Windows_NT 6.1, 6.2}. */
    private static @Nullable String systems(@Nullable String values) {
        if (values == null) {
            return null;
        }
        StringBuilder said = new StringBuilder();
        String family = "";
        for (String system : values.split(",", -1)) {
            String own = system.substring(0, system.indexOf(' ') + 1);
            boolean again = !own.isEmpty() && own.equals(family) && !system.contains("&&");
            said.append(said.isEmpty() ? "" : ", ").append(again ? system.substring(own.length()) : system);
            family = own;
        }
        return said.toString().replace("&&", "and");
    }

    /** Sets the comparison off: {@code version < 140.0}. */
    private static @Nullable String compared(String what, @Nullable String value, String unit) {
        if (value == null) {
            return null;
        }
        int sign = 0;
        while (sign < value.length() && "<>=".indexOf(value.charAt(sign)) >= 0) {
            sign++;
        }
        String comparison = sign == 0 ? "" : value.substring(0, sign) + " ";
        return what + comparison + value.substring(sign).replace(",", ", ") + unit;
    }

    private static @Nullable String flag(@Nullable Object value, String yes, String no) {
        if (value == null) {
            return null;
        }
        return Boolean.TRUE.equals(value) ? yes : no;
    }

    private static String name(@Nullable ReleaseName release) {
        return release == null ? "" : release.value();
    }

    private static Told told(PreviewRow row, Function<Rule, @Nullable String> telling) {
        String now = telling.apply(row.rule());
        return Told.of(row.was() == null ? now : telling.apply(row.was()), now);
    }

    /** Whether any column of the row contains the text, old values included. */
    boolean mentions(PreviewRow row, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || row.mark().word().equals(wanted)
                || set(row).toLowerCase(Locale.ROOT).contains(wanted)
                || Stream.concat(
                                criteria(row).stream(),
                                Stream.of(
                                        serves(row), fallback(row), rule(row), comment(row), priority(row), rate(row)))
                        .anyMatch(told -> told.contains(wanted));
    }
}
