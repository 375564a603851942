package dev.rehearsal.bench;

import dev.rehearsal.access.SignIn;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A window of a browser as far as the server can tell: it signs in, opens a screen with its first rows and hears what is
 * pushed, in Flow's protocol over HTTP and a WebSocket. It draws nothing, so many of them leave the machine to the server.
 */
final class LightWindow implements AutoCloseable, WebSocket.Listener {

    private static final int PATIENCE_SECONDS = 30;

    /** What proves that a form comes from the sign-in page, among the changes that draw it. */
    private static final Pattern FORM_TOKEN =
            Pattern.compile("\"value\":\"_csrf\"}.{1,200}?\"key\":\"value\",\"feat\":3,\"value\":\"([^\"]+)\"");

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI base;
    private final StringBuilder coming = new StringBuilder();
    private final CompletableFuture<Boolean> listening = new CompletableFuture<>();
    private @Nullable WebSocket push;
    private volatile Awaited awaited = new Awaited("\0", new CompletableFuture<>());

    /** @param at when a message with the sign has come in whole, in nanoseconds */
    private record Awaited(String sign, CompletableFuture<Long> at) {}

    /** What the server calls a window that it has begun. */
    private record Begun(int ui, String key, String push) {}

    private LightWindow(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** @param screen the path of a screen, which begins with a slash */
    static LightWindow open(URI base, String person, String password, String screen)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        LightWindow window = new LightWindow(base, http);
        window.signIn(person, password);
        Begun begun = window.begin(screen);
        window.listen(begun);
        window.navigate(begun, screen);
        return window;
    }

    private void signIn(String person, String password) throws IOException, InterruptedException {
        String page = "/" + SignIn.PAGE;
        String drawn = navigate(begin(page), page);
        Matcher token = FORM_TOKEN.matcher(drawn);
        if (!token.find()) {
            throw new IOException("there is no form at " + page);
        }
        Map<String, String> fields = Map.of("username", person, "password", password, "_csrf", token.group(1));
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(base.resolve(SignIn.TARGET)),
                "application/x-www-form-urlencoded",
                form.toString());
        if (answer.uri().getPath().contains(SignIn.PAGE)) {
            throw new IOException(person + " is not let in");
        }
    }

    private Begun begin(String screen) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/?v-r=init&location="
                        + URLEncoder.encode(screen.substring(1), StandardCharsets.UTF_8)
                        + "&query=&v-tzid=UTC&v-rtzo=0&v-tzo=0&v-dstd=0&v-dston=false"))
                .build();
        JsonNode config = JSON.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("appConfig");
        JsonNode first = config.path("uidl");
        return new Begun(
                config.path("v-uiId").asInt(),
                first.path("Vaadin-Security-Key").asString(""),
                first.path("Vaadin-Push-ID").asString(""));
    }

    /** Returns what draws the screen. */
    private String navigate(Begun begun, String screen) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of(
                "csrfToken",
                begun.key(),
                "rpc",
                new Object[] {
                    Map.of(
                            "type",
                            "event",
                            "node",
                            1,
                            "event",
                            "ui-navigate",
                            "data",
                            Map.of(
                                    "route",
                                    screen,
                                    "query",
                                    "",
                                    "appShellTitle",
                                    "",
                                    "historyState",
                                    Map.of("idx", 0),
                                    "trigger",
                                    ""))
                },
                "syncId",
                0,
                "clientId",
                0));
        return send(
                        HttpRequest.newBuilder(base.resolve("/?v-r=uidl&v-uiId=" + begun.ui())),
                        "application/json; charset=UTF-8",
                        body)
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                request.header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void listen(Begun begun) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        URI address = URI.create("ws://" + base.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + begun.ui()
                + "&v-pushId=" + begun.push()
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0");
        push = http.newWebSocketBuilder()
                .header("Origin", base.toString())
                .buildAsync(address, this)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        coming.append(part);
        if (last) {
            long now = System.nanoTime();
            Awaited wanted = awaited;
            listening.complete(true);
            if (coming.indexOf(wanted.sign()) >= 0) {
                wanted.at().complete(now);
            }
            coming.setLength(0);
        }
        socket.request(1);
        return null;
    }

    /** From now on, messages that contain this are waited for. */
    void await(String sign) {
        awaited = new Awaited(sign, new CompletableFuture<>());
    }

    /** Returns when the first of them came, in nanoseconds. */
    long arrival() throws InterruptedException, ExecutionException, TimeoutException {
        return awaited.at().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (push != null) {
            push.abort();
        }
        http.close();
    }
}
