package dev.rehearsal.ui.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rehearsal.sample.Journey.heading;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.sample.Journey;
import dev.rehearsal.sample.Mouse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.JsonNodeFactory;

/** What release engineers do every week takes at most six clicks each, from the first screen on, besides typing. */
class WeeklyTasksJourneyTest {

    private static final int MOST_CLICKS = 6;
    private static final String SCHEDULE = "Schedule";
    private static final String URL =
            "https://aus.example/update/6/Heron/149.0/20260101000000/WINNT_x86_64-msvc-x64/de/release/"
                    + "Windows_NT%2010.0/ISET:SSE4_2,MEM:8192/default/default/update.xml";

    @RegisterExtension
    static final Journey JOURNEY = Journey.with("--rehearsal.demo.past=true", "--rehearsal.enactor.interval=200ms");

    @Test
    void shipAReleaseTo25PercentThenTo100() {
        Mouse ada = at("ada");
        ada.find("Petrel-150.0b3-build1");
        ada.click("Ship this…");
        ada.follow("Serve it by rule #31 petrel-release…");
        ada.write("Background rate", "25");
        ada.click(SCHEDULE);
        assertThat(note(ada)).containsText("mapping → Petrel-150.0b3-build1");

        ada.find("#31");
        ada.click("Edit what comes after…");
        ada.write("Background rate", "100");
        ada.click(SCHEDULE);
        assertThat(note(ada)).containsText("backgroundRate → 100");
        assertFewClicks(ada);
    }

    @Test
    void addAWatershed() {
        Mouse dmitri = at("dmitri");
        dmitri.find("new rule");
        dmitri.choose("Product", "Siskin");
        dmitri.choose("Channel", "beta");
        dmitri.write("Version", "<2.0");
        dmitri.choose("Mapping", "Siskin-2.6.0");
        dmitri.write("Priority", "300");
        dmitri.click(SCHEDULE);

        assertThat(note(dmitri)).containsText("Siskin on beta");
        assertFewClicks(dmitri);
    }

    @Test
    void blockAVersionOfAnOperatingSystem() {
        Mouse dmitri = at("dmitri");
        dmitri.find("new rule");
        dmitri.choose("Product", "Petrel");
        dmitri.choose("Channel", "beta");
        dmitri.write("OS version", "Windows_NT 6.0");
        dmitri.choose("Mapping", "No-Update");
        dmitri.write("Priority", "900");
        dmitri.click(SCHEDULE);

        assertThat(note(dmitri)).containsText("Petrel on beta");
        assertFewClicks(dmitri);
    }

    @Test
    void respinOneLocale() throws IOException {
        Mouse dmitri = at("dmitri");
        dmitri.find("Heron-150.0-build2");
        Download download = dmitri.page().waitForDownload(() -> dmitri.follow("Download JSON"));
        String blob = Files.readString(download.path());
        dmitri.click("New version…");
        dmitri.write("Or paste the blob", blob.replaceFirst("\"filesize\": ?(\\d+)", "\"filesize\": 1$1"));
        dmitri.click(SCHEDULE);

        assertThat(note(dmitri)).containsText("Heron-150.0-build2");
        assertFewClicks(dmitri);
    }

    @Test
    void stopABadReleaseAndGoBack() {
        Mouse greta = at("greta");
        greta.find("shut off a channel");
        greta.choose("Product", "Petrel");
        greta.choose("Channel", "beta");
        greta.write("Reason", "Loses mail");
        greta.click("Shut off…");
        greta.confirm("Shut off");
        assertThat(greta.page().locator("body")).containsText("Loses mail");

        greta.find("go back on what is live");
        greta.add("Go back on", "Petrel beta to everybody again");
        greta.click(SCHEDULE);
        assertThat(heading(greta.page())).containsText("Petrel beta to everybody again");
        assertFewClicks(greta);
    }

    @Test
    void seeWhyAClientGetsNothing() {
        Mouse emi = at("emi");
        emi.find(URL.replace("/149.0/", "/148.0/").replace("/de/", "/wo/"));

        assertThat(heading(emi.page())).hasText("What does a client get?");
        assertThat(emi.page().locator(".answers .answer").first()).containsText("#912");
        assertFewClicks(emi);
    }

    @Test
    void seeWhatChangedLastWeek() {
        Mouse emi = at("emi");
        emi.find("history");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        emi.writeDay("From day", today.minusDays(8).toString());
        emi.writeDay("To day", today.minusDays(5).toString());

        assertThat(emi.page().locator("main")).containsText("Petrel beta to everybody again");
        assertFewClicks(emi);
    }

    @Test
    void seeWhoSigned() {
        Mouse emi = at("emi");
        emi.follow("Changes");
        emi.follow("History");
        emi.follow("140.9.0 to all of ESR");

        assertThat(emi.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Signoffs")))
                .containsText("relman");
        assertFewClicks(emi);
    }

    @Test
    void changeADueTime() {
        Mouse ada = at("ada");
        ada.find("151.0b1 to beta");
        ada.click("Reschedule…");
        ada.write("Due (Europe/Berlin) Time", "23:15");
        ada.confirm("Reschedule");

        assertThat(ada.page().locator("main")).containsText("23:15");
        assertFewClicks(ada);
    }

    @Test
    void seeAllThatMapsToARelease() {
        Mouse emi = at("emi");
        emi.find("Heron-149.0.2-build1");

        assertThat(emi.page()
                        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Where used"))
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("#1388")))
                .isVisible();
        assertFewClicks(emi);
    }

    @Test
    void deleteUnusedOldReleases() {
        addUnusedRelease();
        Mouse dmitri = at("dmitri");
        dmitri.find("delete unused releases");
        dmitri.write("Unchanged for at least", "0");
        assertThat(dmitri.page().locator("vaadin-grid").getByText("Siskin-1.0.0"))
                .isVisible();
        dmitri.click(SCHEDULE);

        assertThat(note(dmitri)).containsText("unused release");
        assertFewClicks(dmitri);
    }

    @Test
    void copyARuleToEsr() {
        Mouse dmitri = at("dmitri");
        dmitri.find("#1377");
        dmitri.click("Copy…");
        dmitri.choose("Channel", "esr");
        dmitri.click(SCHEDULE);

        assertThat(note(dmitri)).containsText("Heron on esr");
        assertFewClicks(dmitri);
    }

    @Test
    void seeRulesThatNobodyReaches() {
        Mouse emi = at("emi");
        emi.follow("Rules");
        emi.click(emi.page().getByLabel("Only never reached"));

        assertThat(emi.page()).hasURL(Pattern.compile(".*reached.*"));
        assertFewClicks(emi);
    }

    @Test
    void compareTwoReleases() {
        Mouse emi = at("emi");
        emi.find("compare two releases");
        emi.choose("From", "Heron-149.0.2-build1");
        emi.choose("To", "Heron-150.0-build2");

        assertThat(emi.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What differs")))
                .containsText("parts differ");
        assertFewClicks(emi);
    }

    @Test
    void exportRules() throws IOException {
        Mouse emi = at("emi");
        emi.follow("Rules");
        Download download = emi.page().waitForDownload(() -> emi.follow("Export as CSV"));

        assertThat(Files.readString(download.path())).contains("heron-watershed-128");
        assertFewClicks(emi);
    }

    @Test
    void editTenRules() {
        Mouse ada = at("ada");
        ada.follow("Rules");
        ada.write("Text", "esr");
        Locator shown = ada.page().locator("main").getByRole(AriaRole.STATUS).first();
        assertThat(shown).containsText(Pattern.compile("\\d\\d shown"));
        ada.click(ada.page()
                .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Choose all that are shown")));
        ada.click("Edit a field…");
        ada.choose("Field", "Comment");
        ada.write("Comment", "Looked at this week");
        ada.click(SCHEDULE);

        assertThat(note(ada)).containsText(Pattern.compile("\\d\\d rules: comment → Looked at this week"));
        assertFewClicks(ada);
    }

    @Test
    void shareAFilteredView() {
        Mouse emi = at("emi");
        emi.follow("Rules");
        emi.write("Text", "osaka");
        assertThat(emi.page()).hasURL(Pattern.compile(".*text=osaka.*"));

        Page ben = JOURNEY.signedIn("ben");
        ben.navigate(emi.page().url());
        assertThat(ben.locator("main").getByRole(AriaRole.STATUS).first()).containsText("1 shown");
        assertFewClicks(emi);
    }

    @Test
    void seeWhichSetsConflictAndWithWhom() {
        ChangeSets sets = JOURNEY.bean(ChangeSets.class);
        for (String person : List.of("ada", "dmitri")) {
            sets.schedule(
                    new Actor(person + "@rehearsal.example"),
                    person + " and ESR",
                    Instant.now().plus(Duration.ofDays(person.equals("ada") ? 9 : 8)),
                    List.of(new Proposal.EditRule(
                            new RuleId(210), null, Map.of("backgroundRate", person.equals("ada") ? 50 : 75))));
        }
        Mouse emi = at("emi");
        emi.follow("Changes");
        emi.follow("ada and ESR");

        assertThat(emi.page().locator(".conflicts")).containsText("dmitri and ESR");
        assertFewClicks(emi);
    }

    @Test
    void signThreeSets() {
        Mouse greta = at("greta");
        greta.follow("Changes");
        for (String title : List.of("Ship 150.0 to release", "Raise 150.0 to 50 %", "151.0b1 to beta")) {
            greta.click(
                    greta.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Choose " + title)));
        }
        greta.click("Sign, reschedule, hold…");
        greta.click("Sign 3 of 3 as releng");

        assertThat(greta.page().locator("main")).containsText("signed");
        assertFewClicks(greta);
    }

    @Test
    void setAPin() {
        Mouse greta = at("greta");
        greta.find("set a pin");
        greta.choose("Product", "Heron");
        greta.choose("Channel", "release");
        greta.write("Version", "140.");
        greta.choose("Release", "Heron-140.0.4-build1");
        greta.click(SCHEDULE);

        assertThat(greta.page().locator("main")).containsText("140.");
        assertFewClicks(greta);
    }

    private static void addUnusedRelease() {
        JOURNEY.bean(ChangeSets.class)
                .schedule(
                        new Actor("ada@rehearsal.example"),
                        "Siskin 1.0.0",
                        Instant.now().plusSeconds(1),
                        List.of(new Proposal.AddRelease(
                                new ReleaseName("Siskin-1.0.0"),
                                "Siskin",
                                false,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("name", "Siskin-1.0.0")
                                        .put("schema_version", 1)
                                        .put("hashFunction", "sha512"))));
    }

    private static Mouse at(String person) {
        Page page = JOURNEY.open(person, "/");
        assertThat(heading(page)).hasText("Channels");
        return new Mouse(page);
    }

    private static Locator note(Mouse somebody) {
        return somebody.page().locator(".saved-note");
    }

    private static void assertFewClicks(Mouse somebody) {
        assertThat(somebody.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
    }
}
