package dev.rehearsal.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** The kinds of value that an option may be set to. */
enum Values {
    ANY {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return null;
        }
    },
    FLAG {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT))
                    ? null
                    : "%s must be true or false, not '%s'.".formatted(option.key(), value);
        }
    },
    DURATION {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            try {
                if (DurationStyle.detectAndParse(value).isPositive()) {
                    return null;
                }
            } catch (IllegalArgumentException | ArithmeticException e) {
                // Said below.
            }
            return "%s must be a time such as 500ms, 5s or 2m, not '%s'.".formatted(option.key(), value);
        }
    },
    COUNT {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.matches("[0-9]{1,9}")
                    ? null
                    : "%s must be a whole number from 0, which is for no limit, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** How many requests of a channel are kept. */
    SAMPLE_SIZE {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.matches("[1-9][0-9]{3,5}|1000000")
                    ? null
                    : "%s must be a whole number from 1000 to 1000000, not '%s'.".formatted(option.key(), value);
        }
    },
    /** The logarithm of how often a password is hashed. */
    BCRYPT_COST {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.matches("[89]|1[0-6]")
                    ? null
                    : "%s must be a whole number from 8 to 16, not '%s'.".formatted(option.key(), value);
        }
    },
    NODE_ROLE {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return Set.of("all", "serve", "admin").contains(value.toLowerCase(Locale.ROOT))
                    ? null
                    : "%s must be all, serve or admin, not '%s'.".formatted(option.key(), value);
        }
    },
    /** Where pages come from that may call the API, joined by commas; a star is for anywhere, nothing for nowhere. */
    ORIGINS {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty()
                            || Arrays.stream(value.split(",", -1))
                                    .map(String::strip)
                                    .allMatch(origin -> origin.equals("*") || origin.matches(ORIGIN))
                    ? null
                    : "%s must be origins such as https://balrog.example or https://balrog.example:8443, without a path, joined by commas, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** Where an API is, with its path; nothing is for none. */
    ADDRESS {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty() || value.matches(URL)
                    ? null
                    : "%s must be an address such as https://balrog.example/api, without a query, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** What may change a guarded channel without signoffs, joined by commas; nothing is for nothing. */
    EXEMPT_KINDS {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty()
                            || Arrays.stream(value.split(",", -1))
                                    .map(String::strip)
                                    .allMatch(Set.of("pins", "superblob-parts", "partial-sources")::contains)
                    ? null
                    : "%s must be some of pins, superblob-parts and partial-sources, joined by commas, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** Names of hosts, joined by commas; nothing is for any. */
    HOSTS {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty()
                            || Arrays.stream(value.split(",", -1))
                                    .map(String::strip)
                                    .allMatch(host -> host.matches(HOST))
                    ? null
                    : "%s must be names of hosts such as rehearsal.example, without a scheme or a port, joined by commas, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** Names of hosts, or a star and what these end with, joined by commas; nothing is for none. */
    HOST_PATTERNS {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty()
                            || Arrays.stream(value.split(",", -1))
                                    .map(String::strip)
                                    .allMatch(host -> host.matches("(\\*\\.)?[A-Za-z0-9.-]+") || host.matches(HOST))
                    ? null
                    : "%s must be names of hosts such as hooks.example.com or *.example.com, without a scheme or a port, joined by commas, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** Where people find this installation; nothing is for not saying so. */
    PUBLIC_URL {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty() || value.matches(ORIGIN + "(/[A-Za-z0-9._~/-]*)?")
                    ? null
                    : "%s must be a URL such as https://rehearsal.example, not '%s'.".formatted(option.key(), value);
        }
    },
    /** The URL of an issuer; what is not behind TLS is on this machine. */
    ISSUER {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty() || value.matches(ISSUER_URL)
                    ? null
                    : "%s must be the URL that the issuer's tokens name, such as https://login.example, exactly as they do, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** Accounts of an issuer with the names of people here, joined by commas. */
    ACCOUNTS {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty() || Arrays.stream(value.split(",", -1)).allMatch(pair -> pair.matches(".*[^=]=[^=]+"))
                    ? null
                    : "%s must be accounts of the issuer and what each is called here, such as abc@clients=ffxbld, joined by commas, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** Classes of authentication, joined by commas, as they can stand in a header. */
    ACR_VALUES {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty()
                            || Arrays.stream(value.split(",", -1))
                                    .map(String::strip)
                                    .allMatch(one -> one.matches("[!#-\\[\\]-~]+"))
                    ? null
                    : "%s must be names of classes of authentication as the issuer has them, without spaces or quotes, joined by commas, not '%s'."
                            .formatted(option.key(), value);
        }
    },
    /** A file that can be read; what is in it is not shown. */
    FILE {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            try {
                return value.isEmpty() || Files.isReadable(Path.of(value))
                        ? null
                        : "%s must be a file that can be read, not '%s'.".formatted(option.key(), value);
            } catch (InvalidPathException e) {
                return "%s must be a file, not '%s'.".formatted(option.key(), value);
            }
        }
    },
    /** A file whose first line is a token, which is never shown. */
    TOKEN_FILE {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            if (value.isEmpty()) {
                return null;
            }
            try (Stream<String> lines = Files.lines(Path.of(value))) {
                return lines.findFirst().orElse("").strip().length() >= SHORTEST_TOKEN
                        ? null
                        : "The first line of '%s', which %s names, must be at least %d characters long: it opens everything."
                                .formatted(value, option.key(), SHORTEST_TOKEN);
            } catch (IOException | UncheckedIOException | InvalidPathException e) {
                return "%s must be a text file that can be read, not '%s'.".formatted(option.key(), value);
            }
        }
    },
    /** Never shown, not even where it is wrong. */
    TOKEN {
        @Override
        @Nullable
        String problemWith(Option option, String value) {
            return value.isEmpty() || value.length() >= SHORTEST_TOKEN
                    ? null
                    : "%s must be at least %d characters long: it opens everything."
                            .formatted(option.key(), SHORTEST_TOKEN);
        }
    };

    private static final int SHORTEST_TOKEN = 20;
    private static final String ISSUER_URL =
            "https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[^?#\\s]*)?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?(/[^?#\\s]*)?";
    private static final String HOST = "[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]";
    private static final String URL = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?";
    private static final String ORIGIN = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?";

    @Nullable
    abstract String problemWith(Option option, String value);
}
