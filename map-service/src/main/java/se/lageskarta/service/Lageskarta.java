package se.lageskarta.service;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import se.lageskarta.service.command.CommandLine;

/** Where everything begins: the first word of the command line names what to do, {@code serve} when there is none. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Lageskarta {
    public static void main(String[] args) {
        int exit = CommandLine.of(Lageskarta.class).run(args);
        if (exit != CommandLine.KEEPS_RUNNING) {
            System.exit(exit);
        }
    }
}
