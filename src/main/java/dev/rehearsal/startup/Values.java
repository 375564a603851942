package dev.rehearsal.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** The kinds of value that an option may be set to. */
enum Values {
    ANY(value -> true, "may be anything"),
    FLAG(oneOf("true", "false"), "must be true or false"),
    DURATION(Values::isPositiveDuration, "must be a time such as 500ms, 5s or 2m"),
    COUNT(like("[0-9]{1,9}"), "must be a whole number from 0, which is for no limit"),
    /** How many requests of a channel are kept. */
    SAMPLE_SIZE(like("[1-9][0-9]{3,5}|1000000"), "must be a whole number from 1000 to 1000000"),
    /** The logarithm of how often a password is hashed. */
    BCRYPT_COST(like("[89]|1[0-6]"), "must be a whole number from 8 to 16"),
    NODE_ROLE(oneOf("all", "serve", "admin"), "must be all, serve or admin"),
    /** Where pages come from that may call the API, joined by commas; a star is for anywhere, nothing for nowhere. */
    ORIGINS(
            listOf(like("\\*|" + Form.ORIGIN)),
            "must be origins such as https://balrog.example or https://balrog.example:8443, without a path, joined by commas"),
    /** Where an API is, with its path; nothing is for none. */
    ADDRESS(
            emptyOr(like(Form.ORIGIN + "(/[A-Za-z0-9._~/-]*)?")),
            "must be an address such as https://balrog.example/api, without a query"),
    /** What may change a guarded channel without signoffs, joined by commas; nothing is for nothing. */
    EXEMPT_KINDS(
            listOf(Set.of("pins", "superblob-parts", "partial-sources")::contains),
            "must be some of pins, superblob-parts and partial-sources, joined by commas"),
    /** Names of hosts, joined by commas; nothing is for any. */
    HOSTS(
            listOf(like(Form.HOST)),
            "must be names of hosts such as rehearsal.example, without a scheme or a port, joined by commas"),
    /** Names of hosts, or a star and what these end with, joined by commas; nothing is for none. */
    HOST_PATTERNS(
            listOf(like("(\\*\\.)?[A-Za-z0-9.-]+|" + Form.HOST)),
            "must be names of hosts such as hooks.example.com or *.example.com, without a scheme or a port, joined by commas"),
    /** Where people find this installation; nothing is for not saying so. */
    PUBLIC_URL(emptyOr(like(Form.ORIGIN + "(/[A-Za-z0-9._~/-]*)?")), "must be a URL such as https://rehearsal.example"),
    /** The URL of an issuer; what is not behind TLS is on this machine. */
    ISSUER(
            emptyOr(like(Form.ISSUER)),
            "must be the URL that the issuer's tokens name, such as https://login.example, exactly as they do"),
    /** Accounts of an issuer with the names of people here, joined by commas. */
    ACCOUNTS(
            emptyOr(value -> Arrays.stream(value.split(",", -1)).allMatch(like(".*[^=]=[^=]+"))),
            "must be accounts of the issuer and what each is called here, such as abc@clients=ffxbld, joined by commas"),
    /** Classes of authentication, joined by commas, as they can stand in a header. */
    ACR_VALUES(
            listOf(like("[!#-\\[\\]-~]+")),
            "must be names of classes of authentication as the issuer has them, without spaces or quotes, joined by commas"),
    /** A file that can be read; what is in it is not shown. */
    FILE(emptyOr(value -> Files.isReadable(Path.of(value))), "must be a file that can be read") {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            try {
                return super.problemWith(option, value);
            } catch (InvalidPathException e) {
                return "%s must be a file, not '%s'.".formatted(option.key(), value);
            }
        }
    },
    /** A file whose first line is a token, which is never shown. */
    TOKEN_FILE(emptyOr(Values::beginsWithToken), "must be a text file that can be read") {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            try {
                return fits(value)
                        ? null
                        : "The first line of '%s', which %s names, must be at least %d characters long: it opens everything."
                                .formatted(value, option.key(), Form.SHORTEST_TOKEN);
            } catch (UncheckedIOException | InvalidPathException e) {
                return wrong(option, value);
            }
        }
    },
    /** A token of another installation, as it can stand in a header; never shown, not even where it is wrong. */
    FOREIGN_TOKEN(
            value -> value.strip().chars().allMatch(symbol -> symbol > ' ' && symbol < 127),
            "must be the token alone") {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return fits(value)
                    ? null
                    : "%s must be the token alone, without 'Bearer', spaces or line breaks.".formatted(option.key());
        }
    },
    /** Never shown, not even where it is wrong. */
    TOKEN(emptyOr(value -> value.length() >= Form.SHORTEST_TOKEN), "must be long enough") {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return fits(value)
                    ? null
                    : "%s must be at least %d characters long: it opens everything."
                            .formatted(option.key(), Form.SHORTEST_TOKEN);
        }
    };

    /** The forms of values, as regular expressions. */
    private static final class Form {

        static final int SHORTEST_TOKEN = 20;
        static final String HOST = "[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]";
        static final String ORIGIN = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?";
        static final String ISSUER =
                "https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[^?#\\s]*)?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?(/[^?#\\s]*)?";
    }

    private final Predicate<String> fitting;
    private final String must;

    /** @param must what a value must be, as part of a sentence */
    Values(Predicate<String> fitting, String must) {
        this.fitting = fitting;
        this.must = must;
    }

    @Nullable
    String problemWith(Option option, String value) {
        return fits(value) ? null : wrong(option, value);
    }

    final boolean fits(String value) {
        return fitting.test(value);
    }

    final String wrong(Option option, String value) {
        return "%s %s, not '%s'.".formatted(option.key(), must, value);
    }

    private static Predicate<String> like(String form) {
        return value -> value.matches(form);
    }

    private static Predicate<String> oneOf(String... words) {
        return value -> Set.of(words).contains(value.toLowerCase(Locale.ROOT));
    }

    private static Predicate<String> emptyOr(Predicate<String> fitting) {
        return value -> value.isEmpty() || fitting.test(value);
    }

    /** Says of values joined by commas whether there is none, or each fits. */
    private static Predicate<String> listOf(Predicate<String> each) {
        return emptyOr(
                value -> Arrays.stream(value.split(",", -1)).map(String::strip).allMatch(each));
    }

    private static boolean isPositiveDuration(String value) {
        try {
            return DurationStyle.detectAndParse(value).isPositive();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean beginsWithToken(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("").strip().length() >= Form.SHORTEST_TOKEN;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
