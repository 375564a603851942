package dev.rehearsal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestDatabase;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

class WrongDatabaseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class TablesOnly {}

    @Test
    void aServerThatDoesNotAnswer() {
        assertThat(sentencesOf("jdbc:postgresql://localhost:1/rehearsal?password=secret"))
                .singleElement()
                .asString()
                .startsWith("The database jdbc:postgresql://localhost:1/rehearsal cannot be reached: ")
                .endsWith("Check spring.datasource.url and that it is running.");
    }

    @Test
    void aDatabaseThatThereIsNotOnTheServer() {
        String url = TestDatabase.newPostgres().replaceFirst("/rehearsal\\d+", "/nowhere");

        assertThat(sentencesOf(url))
                .singleElement()
                .asString()
                .startsWith("There is no such database as jdbc:postgresql://localhost:")
                .endsWith("/nowhere names: create it, or change spring.datasource.url.");
    }

    @Test
    void aWrongPassword() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        DriverManager.getConnection(url, "sa", "right").close();

        assertThat(sentencesOf(url))
                .containsExactly("The database " + url + " refuses the user 'sa' with this password:"
                        + " check spring.datasource.username and spring.datasource.password.");
    }

    @Test
    void aFileThatAnotherProcessHasOpened() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        DriverManager.getConnection(url, "sa", "").close();

        try (FileChannel file = FileChannel.open(folder.resolve("db.mv.db"), StandardOpenOption.WRITE);
                var lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(sentencesOf(url))
                    .containsExactly("The database file of " + url + " is in use by another process:"
                            + " stop that one, or name another file in spring.datasource.url.");
        }
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Files.writeString(folder.resolve("db.mv.db"), "junk");

        assertThat(sentencesOf("jdbc:h2:file:" + folder.resolve("db")))
                .singleElement()
                .asString()
                .startsWith("The database jdbc:h2:file:" + folder.resolve("db") + " cannot be used: ");
    }

    @Test
    void tablesOfAnotherProgram() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("db");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("create table accounts (id int)");
        }

        assertThat(sentencesOf(url))
                .singleElement()
                .asString()
                .startsWith("The tables of the database " + url + " do not fit this version of Rehearsal: ");
    }

    private static List<String> sentencesOf(String url) {
        return StartAttempt.sentencesOf(WebApplicationType.NONE, TablesOnly.class, "--spring.datasource.url=" + url);
    }
}
