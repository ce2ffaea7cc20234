package se.lageskarta.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Lageskarta {
    public static void main(String[] args) {
        SpringApplication.run(Lageskarta.class, args);
    }
}
