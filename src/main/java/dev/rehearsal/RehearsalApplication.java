package dev.rehearsal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the update server and its admin in one process. */
@SpringBootApplication
public class RehearsalApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RehearsalApplication.class, arguments);
    }
}
