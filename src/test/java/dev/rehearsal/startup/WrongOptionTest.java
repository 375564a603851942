package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class WrongOptionTest {

    /** Nothing needs to start: options are looked at before. */
    static final class Nothing {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --rehearsal.serving.test-channels=maybe          | rehearsal.serving.test-channels must be true or false, not 'maybe'.
            --rehearsal.serving.testChannels=1               | rehearsal.serving.test-channels must be true or false, not '1'.
            --rehearsal.nodes.role=both                      | rehearsal.nodes.role must be all, serve or admin, not 'both'.
            --rehearsal.nodes.poll=often                     | rehearsal.nodes.poll must be a time such as 500ms, 5s or 2m, not 'often'.
            --rehearsal.enactor.interval=-5s                 | rehearsal.enactor.interval must be a time such as 500ms, 5s or 2m, not '-5s'.
            --rehearsal.bootstrap-token=secret-but-short     | rehearsal.bootstrap-token must be at least 20 characters long: it opens everything.
            --rehearsal.bootstrap-token-file=/no/such/file   | rehearsal.bootstrap-token-file must be a text file that can be read, not '/no/such/file'.
            --rehearsal.passwords.cost=4                     | rehearsal.passwords.cost must be a whole number from 8 to 16, not '4'.
            --rehearsal.hosts=https://rehearsal.example      | rehearsal.hosts must be names of hosts such as rehearsal.example, without a scheme or a port, joined by commas, not 'https://rehearsal.example'.
            --server.forward-headers-strategy=framework      | server.forward-headers-strategy must be native or none, not 'framework': only native tells what the proxy says from what a client claims.
            --rehearsal.signoff.exempt=pins,rules            | rehearsal.signoff.exempt must be some of pins, superblob-parts and partial-sources, joined by commas, not 'pins,rules'.
            --rehearsal.signoff.digest-required=always       | rehearsal.signoff.digest-required must be true or false, not 'always'.
            "--rehearsal.follow.token=Bearer a-secret"       | rehearsal.follow.token must be the token alone, without 'Bearer', spaces or line breaks.
            --rehearsal.oidc.client-id=rehearsal             | rehearsal.oidc.client-id needs rehearsal.oidc.issuer: without an issuer it does nothing.
            --rehearsal.oidc.local-passwords=false           | rehearsal.oidc.local-passwords needs rehearsal.oidc.issuer: without an issuer it does nothing.
            --rehearsal.oidc.issuer=https://login.example    | rehearsal.oidc.issuer needs rehearsal.oidc.client-id: what Rehearsal is called there.
            --server.port=http                               | server.port must be a number from 1 to 65535, not 'http'.
            --server.port=70000                              | server.port must be a number from 1 to 65535, not '70000'.
            --spring.datasource.url=jdbc:mysql://u:pw@db/x?password=pw | spring.datasource.url must begin with jdbc:postgresql: or jdbc:h2:, not 'jdbc:mysql://db/x'.
            rehearsal.import=dataset.json                    | 'rehearsal.import=dataset.json' is no option: options are written --name=value.
            -rehearsal.import=dataset.json                   | '-rehearsal.import=dataset.json' is no option: options are written --name=value.
            """)
    void aWrongValueIsSaidInOneSentence(String argument, String sentence) {
        assertThat(sentencesOf(argument)).containsExactly(sentence);
    }

    @Test
    void anOptionThatThereIsNotIsToldWithThoseThatThereAre() {
        assertThat(sentencesOf("--rehearsal.imprt=dataset.json"))
                .singleElement()
                .asString()
                .startsWith("There is no option 'rehearsal.imprt'; there are rehearsal.api.anonymous-reading, ")
                .contains("rehearsal.import, ");
    }

    @Test
    void anIssuerIsBehindTlsOrOnThisMachine() {
        assertThat(sentencesOf("--rehearsal.oidc.issuer=http://login.example", "--rehearsal.oidc.client-id=x"))
                .singleElement()
                .asString()
                .startsWith("rehearsal.oidc.issuer must be the URL that the issuer's tokens name");
    }

    @Test
    void whatTellsWhoSignedInOpensNoApi() {
        assertThat(sentencesOf(
                        "--rehearsal.oidc.issuer=https://login.example",
                        "--rehearsal.oidc.client-id=x",
                        "--rehearsal.oidc.audience=x"))
                .singleElement()
                .asString()
                .startsWith("rehearsal.oidc.audience must differ from rehearsal.oidc.client-id");
    }

    @Test
    void everythingIsSaidAtOnce() {
        assertThat(sentencesOf("--rehearsal.imprt=x", "--rehearsal.nodes.role=y", "--server.port=z"))
                .hasSize(3);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed(@TempDir Path folder) throws Exception {
        Path file = java.nio.file.Files.createFile(folder.resolve("file"));

        assertThat(sentencesOf("--spring.datasource.url=jdbc:h2:file:" + file + "/below/db;DB_CLOSE_DELAY=-1"))
                .containsExactly("The database file of jdbc:h2:file:" + file + "/below/db cannot be written: '" + file
                        + "' is no folder that this user may write to.");
    }

    @Test
    void aBootstrapTokenIsReadFromAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("token");
        java.nio.file.Files.writeString(file, "secret-but-short\n");

        assertThat(sentencesOf("--rehearsal.bootstrap-token-file=" + file))
                .containsExactly(
                        "The first line of '" + file + "', which rehearsal.bootstrap-token-file names, must be at"
                                + " least 20 characters long: it opens everything.");
        assertThat(sentencesOf(
                        "--rehearsal.bootstrap-token-file=" + file, "--rehearsal.bootstrap-token=" + "x".repeat(20)))
                .contains("Only one of rehearsal.bootstrap-token and rehearsal.bootstrap-token-file can be set.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rehearsal.hosts=rehearsal.example, [::1],127.0.0.1",
                "--rehearsal.hosts=",
                "--rehearsal.bootstrap-token-file=",
                "--server.forward-headers-strategy=NATIVE",
                "--rehearsal.serving.special-force-hosts=http://a.example,http://b.example",
                "--rehearsal.serving.special-force-hosts[0]=http://a.example",
                "--rehearsal.serving.specialForceHosts=http://a.example",
                "--rehearsal.bootstrap-token=",
                "--rehearsal.nodes.poll=500ms",
                "--rehearsal.signoff.exempt=",
                "--rehearsal.signoff.exempt=pins, superblob-parts,partial-sources",
                "--rehearsal.signoff.exempt[0]=partial-sources",
                "--rehearsal.signoff.digest-required=true",
                "--rehearsal.serving.test-channels=FALSE",
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:~/rehearsal-that-nobody-opens"
            })
    void whatIsRightIsLetThrough(String argument) {
        new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(argument)
                .close();
    }

    private static List<String> sentencesOf(String... arguments) {
        return StartAttempt.sentencesOf(WebApplicationType.NONE, Nothing.class, arguments);
    }
}
