package dev.rehearsal.serve;

import static dev.rehearsal.serve.UpdateUrl.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateQuery.Force;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.serve.UpdateRequest.MethodNotAllowed;
import dev.rehearsal.serve.UpdateRequest.Options;
import dev.rehearsal.serve.UpdateRequest.Redirect;
import dev.rehearsal.serve.UpdateRequest.Refused;
import dev.rehearsal.serve.UpdateRequest.Unrouted;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueryParserTest {

    @Nested
    class Fields {

        @Test
        void theSixthFormCarriesEveryField() {
            UpdateQuery query = QueryParserTest.query(
                    "/update/6/Firefox/115.0/20230101000000/WINNT_x86/de/beta/Windows_NT%2010.0/ISET:SSE3,MEM:512,JAWS:1/acme/1.5/update.xml?force=-1&mig64=1&pin=102.");

            assertThat(query)
                    .isEqualTo(new UpdateQuery(
                            6,
                            "Firefox",
                            "115.0",
                            "20230101000000",
                            "WINNT_x86",
                            "de",
                            "beta",
                            "Windows_NT 10.0",
                            "SSE3",
                            512,
                            true,
                            true,
                            "acme",
                            "1.5",
                            "Intel",
                            Force.FALLBACK,
                            "102."));
        }

        @Test
        void theFirstFormHasNeitherOsVersionNorDistribution() {
            UpdateQuery query = update(1).read();

            assertThat(query.osVersion()).isEmpty();
            assertThat(query.instructionSet()).isEmpty();
            assertThat(query.distribution()).isEmpty();
            assertThat(query.distVersion()).isNull();
        }

        @Test
        void theSecondFormAddsTheOsVersion() {
            assertThat(update(2).read().osVersion()).isEqualTo("Windows_NT 10.0");
        }

        @ParameterizedTest
        @ValueSource(ints = {3, 4, 5})
        void theNextFormsAddTheDistribution(int form) {
            UpdateQuery query =
                    update(form).withField(7, "acme").withField(8, "1.5").read();

            assertThat(query.distribution()).isEqualTo("acme");
            assertThat(query.distVersion()).isEqualTo("1.5");
            assertThat(query.memory()).isNull();
        }

        @Test
        void jsonCarriesNoBuildIdLocaleOrArchitecture() {
            UpdateQuery query = query("/json/2/FirefoxVPN/2.14/WINNT_x86_64/release/Windows%2010/update.json?force=1");

            assertThat(query.buildId()).isNull();
            assertThat(query.locale()).isNull();
            assertThat(query.headerArchitecture()).isNull();
            assertThat(query.distVersion()).isNull();
            assertThat(query.osVersion()).isEqualTo("Windows 10");
            assertThat(query.force()).isEqualTo(Force.MAIN);
            assertThat(query.urlVersion()).isZero();
        }

        @Test
        void theFirstJsonFormHasNoOsVersion() {
            assertThat(query("/json/1/FirefoxVPN/2.14/WINNT_x86_64/release/update.json")
                            .osVersion())
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"10.0.2esrpre, 10.0.2", "esrpre, esrpre", "10.0esrpreesrpre, 10.0esrpre", "10.0esrpreX, 10.0esrpreX"
        })
        void theThirdFormDropsOneOldEsrSuffix(String sent, String version) {
            assertThat(update(3).with("version", sent).read().version()).isEqualTo(version);
        }

        @Test
        void otherFormsKeepTheOldEsrSuffix() {
            assertThat(update(6).with("version", "10.0.2esrpre").read().version())
                    .isEqualTo("10.0.2esrpre");
        }

        @Test
        void aSlashThatWasEscapedDividesFields() {
            UpdateQuery query = query("/update%2F1/Firefox%2f115.0/20230101000000/WINNT_x86/de/beta/update.xml");

            assertThat(query.product()).isEqualTo("Firefox");
            assertThat(query.version()).isEqualTo("115.0");
        }

        @Test
        void aPlusInAPathIsAPlus() {
            assertThat(update(6).with("channel", "a+b").read().channel()).isEqualTo("a+b");
        }

        @ParameterizedTest
        @CsvSource({"d%C3%A9, d?", "%E2%98%83, ?", "%F0%9F%98%80, ?", "%FF%FE, ??", "%ED%A0%80, ???", "a%E0%80b, a??b"})
        void whatIsNotAsciiBecomesQuestionMarks(String sent, String channel) {
            assertThat(update(6).with("channel", sent).read().channel()).isEqualTo(channel);
        }

        @Test
        void jsonKeepsWhatIsNotAscii() {
            assertThat(query("/json/1/FirefoxVPN/2.%C3%A9/WINNT_x86_64/release/update.json")
                            .version())
                    .isEqualTo("2.é");
        }

        @ParameterizedTest
        @CsvSource({"x86%20de, de", "x86 x86 de, de", "x86de, x86de"})
        void theMarkOfAnOldAvastIsTakenOffTheLocale(String sent, String locale) {
            assertThat(update(6).with("locale", sent).read().locale()).isEqualTo(locale);
        }

        @Test
        void capabilitiesKeepDigitsOfOtherScripts() {
            assertThat(update(6)
                            .withCapabilities("ISET:SSE2,MEM:%D9%A4096")
                            .read()
                            .memory())
                    .isEqualTo(4096);
        }
    }

    @Nested
    class Escapes {

        @ParameterizedTest
        @CsvSource({"a%zzb, 'a\0b'", "a%%b, a%b", "%%41, %41"})
        void aBrokenEscapeInAPathIsReadAsTheServerInFrontOfBalrogDoes(String sent, String channel) {
            assertThat(update(6).with("channel", sent).read().channel()).isEqualTo(channel);
        }

        @Test
        void aBrokenEscapeMaySwallowASlash() {
            assertThat(update(6).with("product", "Fire%").parsed()).isEqualTo(new Unrouted(Format.XML));
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "%4"})
        void anEscapeCutOffAtTheEndVanishes(String end) {
            assertThat(QueryParser.parse(update(6).path() + end, null)).isInstanceOf(Evaluate.class);
        }

        @Test
        void dotSegmentsAreResolved() {
            assertThat(query("/x/.././update/1/Thunderbird/../Firefox/1.0/2/t/l/c/update.xml")
                            .product())
                    .isEqualTo("Firefox");
        }

        @Test
        void dotSegmentsNeverLeaveTheRoot() {
            assertThat(query("/../../update/1/Firefox/1.0/2/t/l/c/update.xml").product())
                    .isEqualTo("Firefox");
        }

        @Test
        void escapedDotsAreAName() {
            assertThat(update(6).with("product", "%2e%2E").read().product()).isEqualTo("..");
        }
    }

    @Nested
    class QueryStrings {

        @ParameterizedTest
        @CsvSource({
            "force=1, MAIN",
            "force=-1, FALLBACK",
            "force=0, NONE",
            "force=, NONE",
            "force, NONE",
            "force=1%20, NONE",
            "force=+1, NONE",
            "force=%31, MAIN",
            "f%6Frce=1, MAIN",
            "force=1?avast=1, MAIN",
            "force=1%3Favast=1, MAIN",
            "force=1%253Favast=1, MAIN",
            "force=-1?avast=x, FALLBACK",
            "force=avast, NONE",
            "force=1?other=1, NONE",
            "avast=1?force=1, NONE",
            "&force=1&, MAIN",
            "force=1;mig64=1, NONE"
        })
        void forceIsReadFrom(String asked, Force force) {
            assertThat(update(6).asking(asked).read().force()).isEqualTo(force);
        }

        @Test
        void ofAParameterGivenTwiceTheLastCounts() {
            assertThat(update(6).asking("force=1&force=-1").read().force()).isEqualTo(Force.FALLBACK);
        }

        @Test
        void mig64IsTrueOnlyForOne() {
            assertThat(update(6).asking("mig64=1").read().mig64()).isTrue();
            assertThat(update(6).asking("mig64=true").read().mig64()).isFalse();
            assertThat(update(6).read().mig64()).isNull();
        }

        @ParameterizedTest
        @CsvSource({"pin=102., 102.", "pin=1+2, 1 2", "pin=%FF, %FF", "pin=%C3%A9, ?", "pin=%zz, %zz", "pin=1%, 1%"})
        void aPinIsKeptAsSent(String asked, String pin) {
            assertThat(update(6).asking(asked).read().pin()).isEqualTo(pin);
        }

        @ParameterizedTest
        @ValueSource(strings = {"foo", "FORCE=1", "?force=1", "force=1&x=2", "=", "%ff=1", "force+=1", "pin=", "pin"})
        void anUndeclaredParameterOrAnEmptyPinIsRefused(String asked) {
            assertThat(update(6).asking(asked).parsed()).isInstanceOf(Refused.class);
        }

        @Test
        void theRefusalNamesTheParameters() {
            assertThat(update(6).asking("foo=1&bar").parsed())
                    .isEqualTo(new Refused("Extra query parameter(s) foo, bar not in spec"));
        }

        @Test
        void theSecondFormTakesNoPin() {
            assertThat(update(2).asking("pin=120.").parsed()).isInstanceOf(Refused.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"mig64=1", "pin=1.", "avast=1"})
        void jsonTakesForceAlone(String asked) {
            assertThat(QueryParser.parse("/json/1/FirefoxVPN/2.14/WINNT_x86_64/release/update.json?" + asked, null))
                    .isInstanceOf(Refused.class);
        }

        @Test
        void jsonKnowsNothingOfAvast() {
            assertThat(query("/json/1/FirefoxVPN/2.14/WINNT_x86_64/release/update.json?force=1?avast=1")
                            .force())
                    .isEqualTo(Force.NONE);
        }

        @Test
        void aVersionOneUrlAnywhereHidesTheOsVersion() {
            assertThat(update(6).asking("force=/update/1/x.xml").read().osVersion())
                    .isEmpty();
        }
    }

    @Nested
    class Routes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/update",
                    "/updatex",
                    "///update/x",
                    "/update/",
                    "/update/6/nope",
                    "/update/7/a/b/c/d/e/f/g/h/i/j/update.xml",
                    "/update/06/a/b/c/d/e/f/g/h/i/j/update.xml",
                    "/update/6/a/b/c/d/e/f/g/h/i/j/update.xml/",
                    "/update/6/a/b/c/d/e/f/g/h/i/j/k/update.xml",
                    "/update/6/a/b/c/d/e/f/g/h/i/j/Update.xml",
                    "/update/6/a/b/c/d/e/f/g/h/i/j/update.xml;x=1",
                    "/update/6/a//c/d/e/f/g/h/i/j/update.xml"
                })
        void whatNoRouteHasIsUnrouted(String url) {
            assertThat(QueryParser.parse(url, null)).isEqualTo(new Unrouted(Format.XML));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/json", "/json/", "/json/3/a/b/c/d/update.json", "/json/1/a/b/c/d/update.xml"})
        void andSoForJson(String url) {
            assertThat(QueryParser.parse(url, null)).isEqualTo(new Unrouted(Format.JSON));
        }

        @Test
        void slashesAtTheStartAreOne() {
            assertThat(QueryParser.parse("//" + update(6), null)).isInstanceOf(Evaluate.class);
        }

        @Test
        void doubledSlashesInsideAreRedirected() {
            assertThat(QueryParser.parse("//update/1/Fire%22fox///1.0/2%2F%2Ft/l/%C3%A9/update.xml?a=<b>", null))
                    .isEqualTo(new Redirect("/update/1/Fire%22fox/1.0/2/t/l/%C3%A9/update.xml?a=%3Cb%3E"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "BREW"})
        void aRouteHasNoOtherMethods(String method) {
            assertThat(QueryParser.parse(method, update(6).path(), "foo=1", null))
                    .isEqualTo(new MethodNotAllowed());
            assertThat(QueryParser.parse(method, "/update//1/a/1/2/t/l/c/update.xml", null, null))
                    .isEqualTo(new MethodNotAllowed());
        }

        @Test
        void headIsAnsweredAsGet() {
            assertThat(QueryParser.parse("HEAD", update(6).path(), null, null)).isInstanceOf(Evaluate.class);
        }

        @Test
        void optionsAreTold() {
            assertThat(QueryParser.parse("OPTIONS", update(6).path(), null, null))
                    .isEqualTo(new Options());
        }

        @Test
        void whatIsUnroutedIsSoForEveryMethod() {
            assertThat(QueryParser.parse("POST", "/update/6/nope", null, null)).isEqualTo(new Unrouted(Format.XML));
        }
    }

    @Nested
    class AsBalrogComputed {

        static Stream<JsonNode> systemCapabilities() {
            return Oracle.table("system_capabilities").stream();
        }

        @ParameterizedTest
        @MethodSource("systemCapabilities")
        void systemCapabilitiesAreRead(JsonNode row) {
            JsonNode expected = row.get("output");

            SystemCapabilities read = SystemCapabilities.parse(row.get("input").stringValue());

            assertThat(Oracle.JSON.<JsonNode>valueToTree(read)).isEqualTo(expected);
        }

        static Stream<JsonNode> headerArchitectures() {
            return Oracle.table("header_architecture").stream();
        }

        @ParameterizedTest
        @MethodSource("headerArchitectures")
        void theArchitectureIsReadFromTheUserAgent(JsonNode row) {
            UpdateQuery query = update(6)
                    .with("buildTarget", row.get("buildTarget").stringValue())
                    .read(row.get("user_agent").stringValue(null));

            assertThat(query.headerArchitecture()).isEqualTo(row.get("result").stringValue());
        }

        static Stream<JsonNode> cleanQueries() {
            return Oracle.table("clean_query").stream();
        }

        @ParameterizedTest
        @MethodSource("cleanQueries")
        void fieldsAreCleaned(JsonNode row) {
            row.get("input").properties().forEach(field -> {
                String expected = row.get("output").get(field.getKey()).stringValue();
                String sent = field.getValue().stringValue();
                if (field.getKey().equals("force")) {
                    assertThat(QueryParser.withoutAvast(sent)).isEqualTo(expected);
                } else {
                    UpdateQuery query = update(6)
                            .with(field.getKey(), UrlText.encodePath(sent))
                            .read();
                    assertThat(field.getKey().equals("locale") ? query.locale() : query.product())
                            .isEqualTo(expected);
                }
            });
        }

        static Stream<JsonNode> queryVersions() {
            return Oracle.table("extract_query_version").stream();
        }

        @ParameterizedTest
        @MethodSource("queryVersions")
        void theLastVersionInTheUrlCounts(JsonNode row) {
            assertThat(QueryVersion.last(row.get("url").stringValue()))
                    .isEqualTo(row.get("version").intValue());
        }
    }

    private static UpdateQuery query(String url) {
        UpdateRequest request = QueryParser.parse(url, null);
        assertThat(request).isInstanceOf(Evaluate.class);
        return ((Evaluate) request).query();
    }
}
