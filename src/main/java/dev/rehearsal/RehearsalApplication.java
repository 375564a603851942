package dev.rehearsal;

import dev.rehearsal.startup.CompareCommand;
import dev.rehearsal.startup.UpgradeCheck;
import dev.rehearsal.startup.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;

/** Starts the update server and its admin in one process. What is left out would only look for what is not there. */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {DataJdbcRepositoriesAutoConfiguration.class, DataWebAutoConfiguration.class})
public class RehearsalApplication {

    public static void main(String[] arguments) {
        if (CompareCommand.isAskedFor(arguments)) {
            System.exit(CompareCommand.run(arguments));
        } else if (VerifyCommand.isAskedFor(arguments)) {
            System.exit(VerifyCommand.run(arguments));
        } else if (UpgradeCheck.isAskedFor(arguments)) {
            UpgradeCheck.run(RehearsalApplication.class, System.out, arguments);
        } else {
            SpringApplication.run(RehearsalApplication.class, arguments);
        }
    }
}
