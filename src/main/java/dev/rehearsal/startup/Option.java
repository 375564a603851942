package dev.rehearsal.startup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of Rehearsal itself, beside those of Spring such as {@code server.port}. */
enum Option {
    IMPORT("rehearsal.import", Values.ANY),
    BOOTSTRAP_TOKEN("rehearsal.bootstrap-token", Values.TOKEN),
    BOOTSTRAP_TOKEN_FILE("rehearsal.bootstrap-token-file", Values.TOKEN_FILE),
    HOSTS("rehearsal.hosts", Values.HOSTS),
    PUBLIC_URL("rehearsal.public-url", Values.PUBLIC_URL),
    RAILS_ASK_HOSTS("rehearsal.rails.ask-hosts", Values.HOST_PATTERNS),
    NOTICES_WEBHOOK_HOSTS("rehearsal.notices.webhook-hosts", Values.HOST_PATTERNS),
    NOTICES_PRIVATE_ADDRESSES("rehearsal.notices.private-addresses", Values.FLAG),
    NOTICES_MAIL_FROM("rehearsal.notices.mail-from", Values.ANY),
    NOTICES_IN_HAND("rehearsal.notices.in-hand", Values.DURATION),
    NOTICES_KEEP("rehearsal.notices.keep", Values.DURATION),
    SYSTEM_ACCOUNTS("rehearsal.system-accounts", Values.ANY),
    PASSWORDS_COST("rehearsal.passwords.cost", Values.BCRYPT_COST),
    DEMO_PASSWORDS("rehearsal.demo.passwords", Values.ANY),
    DEMO_PAST("rehearsal.demo.past", Values.FLAG),
    OIDC_ISSUER("rehearsal.oidc.issuer", Values.ISSUER),
    OIDC_CLIENT_ID("rehearsal.oidc.client-id", Values.ANY),
    OIDC_CLIENT_SECRET("rehearsal.oidc.client-secret", Values.ANY),
    OIDC_CLIENT_SECRET_FILE("rehearsal.oidc.client-secret-file", Values.FILE),
    OIDC_NAME_CLAIM("rehearsal.oidc.name-claim", Values.ANY),
    OIDC_ALLOWED_DOMAINS("rehearsal.oidc.allowed-domains", Values.HOSTS),
    OIDC_BIND_BY_NAME("rehearsal.oidc.bind-by-name", Values.FLAG),
    OIDC_AUDIENCE("rehearsal.oidc.audience", Values.ANY),
    OIDC_AUTOMATION("rehearsal.oidc.automation", Values.ACCOUNTS),
    OIDC_LOCAL_PASSWORDS("rehearsal.oidc.local-passwords", Values.FLAG),
    OIDC_STEP_UP_ACR_VALUES("rehearsal.oidc.step-up.acr-values", Values.ACR_VALUES),
    OIDC_STEP_UP_MAX_AGE("rehearsal.oidc.step-up.max-age", Values.DURATION),
    API_ANONYMOUS_READING("rehearsal.api.anonymous-reading", Values.FLAG),
    API_CORS_ORIGINS("rehearsal.api.cors-origins", Values.ORIGINS),
    API_PUBLIC_MAX_AGE("rehearsal.api.public-max-age", Values.DURATION),
    LIMITS_API_PER_SECOND("rehearsal.limits.api-per-second", Values.COUNT),
    LIMITS_API_BURST("rehearsal.limits.api-burst", Values.COUNT),
    LIMITS_LOGIN_FAILURES("rehearsal.limits.login-failures-per-minute", Values.COUNT),
    SERVING_ALLOW_LIST("rehearsal.serving.allow-list", Values.ANY),
    SERVING_SPECIAL_FORCE_HOSTS("rehearsal.serving.special-force-hosts", Values.ANY),
    SERVING_TEST_CHANNELS("rehearsal.serving.test-channels", Values.FLAG),
    NODES_ROLE("rehearsal.nodes.role", Values.NODE_ROLE),
    NODES_POLL("rehearsal.nodes.poll", Values.DURATION),
    METRICS_PORT("rehearsal.metrics.port", Values.COUNT),
    METRICS_ADDRESS("rehearsal.metrics.address", Values.ANY),
    SIGNATURE_PRODUCTS("rehearsal.signature.products", Values.ANY),
    SIGNATURE_JSON("rehearsal.signature.json", Values.ANY),
    SNAPSHOT_FILE("rehearsal.snapshot.file", Values.ANY),
    SNAPSHOT_EVERY("rehearsal.snapshot.every", Values.DURATION),
    SIGNOFF_AUTHOR_MAY_SIGN("rehearsal.signoff.author-may-sign", Values.FLAG),
    SIGNOFF_DIGEST_REQUIRED("rehearsal.signoff.digest-required", Values.FLAG),
    SIGNOFF_EXEMPT("rehearsal.signoff.exempt", Values.EXEMPT_KINDS),
    SIGNOFF_EXPIRES_AFTER("rehearsal.signoff.expires-after", Values.DURATION),
    VERDICT_EXPIRES_AFTER("rehearsal.verdict.expires-after", Values.DURATION),
    ENACTOR_INTERVAL("rehearsal.enactor.interval", Values.DURATION),
    ROLLOUTS_INTERVAL("rehearsal.rollouts.interval", Values.DURATION),
    GATES_GOING_BACK("rehearsal.gates.going-back", Values.DURATION),
    FOLLOW_URL("rehearsal.follow.url", Values.ADDRESS),
    FOLLOW_TOKEN("rehearsal.follow.token", Values.FOREIGN_TOKEN),
    FOLLOW_INTERVAL("rehearsal.follow.interval", Values.DURATION),
    FOLLOW_RATE("rehearsal.follow.rate", Values.COUNT),
    RECEIPTS_PEM("rehearsal.receipts.pem", Values.FILE),
    RECEIPTS_PKCS11("rehearsal.receipts.pkcs11", Values.FILE),
    RECEIPTS_ALIAS("rehearsal.receipts.alias", Values.ANY),
    RECEIPTS_PIN_FILE("rehearsal.receipts.pin-file", Values.FILE),
    RETENTION_CONTENTS("rehearsal.retention.contents", Values.DURATION),
    TRAFFIC_SAMPLE("rehearsal.traffic.sample", Values.FLAG),
    TRAFFIC_WITHOUT("rehearsal.traffic.without", Values.ANY),
    TRAFFIC_DISTRIBUTION("rehearsal.traffic.distribution", Values.FLAG),
    TRAFFIC_PER_CHANNEL("rehearsal.traffic.per-channel", Values.SAMPLE_SIZE),
    TRAFFIC_EVERY("rehearsal.traffic.every", Values.DURATION),
    TRAFFIC_KEEP("rehearsal.traffic.keep", Values.DURATION);

    private static final Set<Option> COMPOSED = EnumSet.of(SIGNATURE_PRODUCTS, SIGNATURE_JSON);

    private final String key;
    private final Values values;

    Option(String key, Values values) {
        this.key = key;
        this.values = values;
    }

    String key() {
        return key;
    }

    /** Returns what is wrong with this value, for a person; null if nothing is. */
    @Nullable
    String problemWith(String value) {
        return values.problemWith(this, value);
    }

    /**
     * In any of the spellings that Spring takes: {@code bootstrap-token}, {@code bootstrapToken}, {@code [0]} of a list; or
     * part of one that is made of several.
     */
    static @Nullable Option named(String key) {
        String uniform = uniform(key);
        return Arrays.stream(values())
                .filter(option -> uniform(option.key).equals(uniform)
                        || COMPOSED.contains(option) && uniform.startsWith(uniform(option.key) + "."))
                .findFirst()
                .orElse(null);
    }

    static String keys() {
        return Arrays.stream(values())
                .map(Option::key)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
    }

    private static String uniform(String key) {
        int list = key.indexOf('[');
        String name = list < 0 ? key : key.substring(0, list);
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
