package dev.rehearsal.sample;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who has only the README walks the demo as it says; what is pressed here is named there. */
class ReadmeJourneyTest {

    private static final String README = read();
    private static final List<String> STEPS = Pattern.compile("(?m)^\\d\\. \\*\\*.*(?:\n {3}.*)*")
            .matcher(README)
            .results()
            .map(MatchResult::group)
            .toList();

    @RegisterExtension
    static final Journey JOURNEY = Journey.withEagerEnactor();

    @Test
    void theCommandsAskTheLiveAndTheTestChannel() throws Exception {
        List<String> urls = Pattern.compile("curl -i 'http://localhost:8080([^']+)'")
                .matcher(README)
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(urls).hasSize(2);

        HttpResponse<String> live = ask(urls.getFirst());
        HttpResponse<String> test = ask(urls.getLast());

        assertThat(live.body()).contains("displayVersion=\"" + versionOf("release") + "\"");
        assertThat(test.body()).contains("displayVersion=\"" + versionOf("release-cdntest") + "\"");
        assertThat(test.headers().firstValue("Rehearsal-Fingerprint")).isPresent();
    }

    @Test
    void theFiveStepsGoFromAMappingToAChangeThatIsLive() {
        assertThat(STEPS).hasSize(5);

        Mouse greta = new Mouse(JOURNEY.open("greta", "/"));
        greta.follow(named(1, "Mappings"));
        greta.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(named(1, "Map esr-localtest to esr")))
                .or(greta.page()
                        .getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(named(1, "Map esr-localtest to esr"))))
                .first()
                .click();
        greta.click(named(1, "Schedule"));
        assertThat(greta.page().locator(".saved-note")).containsText("esr-localtest");

        Mouse dmitri = new Mouse(JOURNEY.open("dmitri", "/"));
        dmitri.follow(named(2, "Rules"));
        assertThat(STEPS.get(1)).contains("`#31`");
        dmitri.page().navigate(JOURNEY.url("/rules?rule=31"));
        dmitri.click(named(2, "Edit…"));
        dmitri.write("Background rate", "60");
        dmitri.click(named(2, "Schedule"));
        assertThat(dmitri.page().locator(".saved-note")).containsText("backgroundRate → 60");

        Page chioma = JOURNEY.open("chioma", "/");
        waiting(chioma, 3, "release-cdntest");
        new Mouse(chioma).click(named(3, "Pass"));

        for (String signer : List.of("ada", "emi")) {
            assertThat(STEPS.get(3)).contains("`" + signer + "`");
            Page page = JOURNEY.open(signer, "/");
            waiting(page, 4, "backgroundRate → 60");
            assertThat(page.getByRole(
                            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Sign as"))))
                    .isVisible();
            new Keyboard(page).press("s");
            assertThat(page.locator("vaadin-notification-card")).containsText("Signed “");
        }

        dmitri.page().navigate(JOURNEY.url("/rules?rule=31"));
        assertThat(dmitri.page().locator(".rule-panel")).containsText("60 %");
    }

    /** Opens what waits under the entry of the menu that the step names. */
    private static void waiting(Page page, int step, String what) {
        new Mouse(page)
                .click(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("^" + named(step, "Waiting for me") + ".*"))));
        new Mouse(page).click(page.locator("main").getByText(what).first());
    }

    /** Returns these words, which the step has in italics as what is pressed. */
    private static String named(int step, String words) {
        assertThat(STEPS.get(step - 1).replaceAll("\\s+", " ")).contains("*" + words + "*");
        return words;
    }

    private static String versionOf(String channel) {
        return Pattern.compile("`" + channel + "` offers ([\\d.]+\\d)")
                .matcher(README)
                .results()
                .map(offer -> offer.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> ask(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(JOURNEY.url(path))).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
