package dev.rehearsal.startup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks which options of the issuer go with each other. */
final class IssuerOptions {

    private static final String ALL = "rehearsal.oidc.";

    private IssuerOptions() {}

    static List<String> problems(Environment options) {
        boolean hasIssuer = isSet(options, Option.OIDC_ISSUER);
        List<String> sentences = new ArrayList<>();
        if (!hasIssuer) {
            Arrays.stream(Option.values())
                    .filter(option -> option.key().startsWith(ALL) && isSet(options, option))
                    .forEach(option -> sentences.add(
                            "%s needs %s: without an issuer it does nothing.".formatted(option.key(), key())));
            return sentences;
        }
        if (!isSet(options, Option.OIDC_CLIENT_ID)) {
            sentences.add("%s needs %s: what Rehearsal is called there.".formatted(key(), Option.OIDC_CLIENT_ID.key()));
        }
        if (isSet(options, Option.OIDC_CLIENT_SECRET) && isSet(options, Option.OIDC_CLIENT_SECRET_FILE)) {
            sentences.add("Only one of %s and %s can be set."
                    .formatted(Option.OIDC_CLIENT_SECRET.key(), Option.OIDC_CLIENT_SECRET_FILE.key()));
        }
        if (isSet(options, Option.OIDC_AUDIENCE)
                && value(options, Option.OIDC_AUDIENCE).equals(value(options, Option.OIDC_CLIENT_ID))) {
            sentences.add("%s must differ from %s: what tells who has signed in is for that one, and shall open no API."
                    .formatted(Option.OIDC_AUDIENCE.key(), Option.OIDC_CLIENT_ID.key()));
        }
        boolean stepsUp = isSet(options, Option.OIDC_STEP_UP_ACR_VALUES) || isSet(options, Option.OIDC_STEP_UP_MAX_AGE);
        if (stepsUp && value(options, Option.DEMO_PAST).equals("true")) {
            sentences.add(
                    "%s=true cannot go with rehearsal.oidc.step-up.*: nobody is there to sign what the demo has signed."
                            .formatted(Option.DEMO_PAST.key()));
        }
        return sentences;
    }

    private static String key() {
        return Option.OIDC_ISSUER.key();
    }

    private static boolean isSet(Environment options, Option option) {
        return !value(options, option).isEmpty();
    }

    private static String value(Environment options, Option option) {
        return options.getProperty(option.key(), "").strip();
    }
}
