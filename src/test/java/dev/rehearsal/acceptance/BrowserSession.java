package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One browser without scripts: it keeps the session cookie, and follows no redirects. */
final class BrowserSession {

    private static final Pattern SESSION = Pattern.compile("JSESSIONID=([^;]+)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final RunningRehearsal rehearsal;
    private final String forwardedFor;
    private String sessionId = "";

    BrowserSession(RunningRehearsal rehearsal) {
        this(rehearsal, "");
    }

    /** @param forwardedFor what a proxy says of where it is; empty where there is none */
    BrowserSession(RunningRehearsal rehearsal, String forwardedFor) {
        this.rehearsal = rehearsal;
        this.forwardedFor = forwardedFor;
    }

    String sessionId() {
        return sessionId;
    }

    void use(String foreignSessionId) {
        sessionId = foreignSessionId;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** The token that forms of this session carry. */
    String csrfToken() {
        Matcher token = CSRF.matcher(get("/sign-in").body());
        assertThat(token.find()).as("the page holds a token").isTrue();
        return token.group(1);
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/session", Map.of("username", name, "password", password, "_csrf", csrfToken()));
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    boolean isSignedIn() {
        return get("/").statusCode() == 200;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(rehearsal.url(path))).header("Accept", "text/html,*/*;q=0.8");
        if (!forwardedFor.isEmpty()) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        return sessionId.isEmpty() ? request : request.header("Cookie", "JSESSIONID=" + sessionId);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = rehearsal.exchange(request.build());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            Matcher session = SESSION.matcher(cookie);
            if (session.find()) {
                sessionId = session.group(1);
            }
        });
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
