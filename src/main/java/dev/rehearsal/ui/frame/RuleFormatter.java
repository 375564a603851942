package dev.rehearsal.ui.frame;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateType;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the columns of a table say of a rule. It leaves out what goes without saying: the product and the channel
 * that the whole table is about.
 *
 * @param product null where the table is about every product
 */
public record RuleFormatter(@Nullable String product, String liveChannel) {

    private static final Messages MESSAGES = Messages.beside(RuleFormatter.class);

    private static final String OR = " " + MESSAGES.get("rule.or") + " ";

    private static final List<RuleField> CLIENTS = List.of(
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
            RuleField.HEADER_ARCHITECTURE);

    /** Where the columns for product and channel are there: nothing goes without saying. */
    public static final RuleFormatter EVERYTHING = new RuleFormatter(null, "");

    public OldAndNew priority(ChangingRule row) {
        return told(row, rule -> Integer.toString(rule.priority()));
    }

    public OldAndNew serves(ChangingRule row) {
        return told(row, rule -> rule.mapping() == null ? MESSAGES.get("rule.serves.nothing") : name(rule.mapping()));
    }

    /** Said of a major update only. */
    public OldAndNew updateType(ChangingRule row) {
        return told(row, rule -> rule.updateType() == UpdateType.MAJOR ? MESSAGES.get("rule.major") : null);
    }

    public OldAndNew rate(ChangingRule row) {
        return told(row, rule -> MESSAGES.get("rule.rate", rule.backgroundRate()));
    }

    /** Returns what the others get; said only where there are others. */
    public OldAndNew fallback(ChangingRule row) {
        return told(row, rule -> rule.backgroundRate() == 100 ? null : fallback(rule.fallbackMapping()));
    }

    private static String fallback(@Nullable ReleaseName release) {
        return release == null ? MESSAGES.get("rule.fallback.nothing") : MESSAGES.get("rule.fallback", release);
    }

    /** Returns its name, old and new, such as {@code #204 firefox-release}. */
    public OldAndNew rule(ChangingRule row) {
        return told(row, rule -> "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias()));
    }

    public OldAndNew comment(ChangingRule row) {
        return told(row, Rule::comment);
    }

    /** Returns whom the rule is for; "everyone" where the rule asks nothing. */
    public List<OldAndNew> criteria(ChangingRule row) {
        return orEveryone(Stream.concat(CLIENTS.stream(), Stream.of(RuleField.CHANNEL, RuleField.PRODUCT))
                .map(field -> told(row, rule -> criterion(field, rule))));
    }

    /** Tells which clients the rule is for, without product and channel. */
    public List<OldAndNew> clients(ChangingRule row) {
        return orEveryone(CLIENTS.stream().map(field -> told(row, rule -> criterion(field, rule))));
    }

    /** Only what the rule asks: nothing where it is for everyone. */
    public List<OldAndNew> conditions(ChangingRule row) {
        return said(CLIENTS.stream().map(field -> told(row, rule -> criterion(field, rule))));
    }

    private static List<OldAndNew> said(Stream<OldAndNew> criteria) {
        return criteria.filter(criterion -> criterion.was() != null || criterion.now() != null)
                .toList();
    }

    private static List<OldAndNew> orEveryone(Stream<OldAndNew> criteria) {
        List<OldAndNew> told = said(criteria);
        if (!told.isEmpty()) {
            return told;
        }
        String everyone = MESSAGES.get("rule.everyone");
        return List.of(OldAndNew.of(everyone, everyone));
    }

    public OldAndNew product(ChangingRule row) {
        return told(row, rule -> Products.named(rule.product()));
    }

    public OldAndNew channel(ChangingRule row) {
        return told(row, rule -> rule.channel() == null ? MESSAGES.get("channel.every") : rule.channel());
    }

    private @Nullable String criterion(RuleField field, Rule rule) {
        Object value = field.read(rule);
        String text = value == null ? null : value.toString();
        return switch (field) {
            case PRODUCT -> product(text);
            case CHANNEL -> liveChannel.equals(text) || text == null ? null : MESSAGES.get("rule.channel", text);
            case VERSION -> compared("rule.version", text);
            case BUILD_ID -> compared("rule.build-id", text);
            case MEMORY -> compared("rule.memory", text);
            case LOCALE -> list("rule.locale", text);
            case BUILD_TARGET -> list("rule.build-target", text);
            case OS_VERSION -> systems(text);
            case INSTRUCTION_SET -> list("rule.cpu", text);
            case JAWS -> flag(value, "rule.jaws", "rule.jaws.not");
            case MIG64 -> flag(value, "rule.mig64", "rule.mig64.not");
            case DISTRIBUTION -> list("rule.distribution", text);
            case DIST_VERSION -> list("rule.distribution-version", text);
            case HEADER_ARCHITECTURE -> list("rule.architecture", text);
            default -> throw new IllegalArgumentException(field + " is no criterion");
        };
    }

    private @Nullable String product(@Nullable String asked) {
        if (asked == null) {
            return product == null ? null : Products.named(null);
        }
        return asked.equals(product) ? null : MESSAGES.get("rule.product", asked);
    }

    /** One of these is enough, while all that a rule asks has to be met. */
    private static String anyOf(String values) {
        return values.replace(",", OR);
    }

    private static @Nullable String list(String key, @Nullable String values) {
        return values == null ? null : MESSAGES.get(key, anyOf(values));
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
            said.append(said.isEmpty() ? "" : OR).append(again ? system.substring(own.length()) : system);
            family = own;
        }
        return said.toString().replace("&&", MESSAGES.get("rule.os-version.both"));
    }

    /** Sets the comparison off: {@code version < 140.0}. */
    private static @Nullable String compared(String key, @Nullable String value) {
        if (value == null) {
            return null;
        }
        int sign = 0;
        while (sign < value.length() && "<>=".indexOf(value.charAt(sign)) >= 0) {
            sign++;
        }
        String comparison = sign == 0 ? "" : value.substring(0, sign) + " ";
        return MESSAGES.get(key, comparison + anyOf(value.substring(sign)));
    }

    private static @Nullable String flag(@Nullable Object value, String yes, String no) {
        if (value == null) {
            return null;
        }
        return MESSAGES.get(Boolean.TRUE.equals(value) ? yes : no);
    }

    private static String name(@Nullable ReleaseName release) {
        return release == null ? "" : release.value();
    }

    private static OldAndNew told(ChangingRule row, Function<Rule, @Nullable String> telling) {
        String now = telling.apply(row.rule());
        return OldAndNew.of(row.was() == null ? now : telling.apply(row.was()), now);
    }

    /** Whether any column of the row contains the text, old values included; upper and lower case are the same. */
    public boolean mentions(ChangingRule row, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.concat(
                                criteria(row).stream(),
                                Stream.of(
                                        serves(row), fallback(row), rule(row), comment(row), priority(row), rate(row)))
                        .anyMatch(told -> told.contains(wanted));
    }
}
