package se.lageskarta.service.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Work in the background.
 *
 * @param threads jobs at a time, 1 to 16
 * @param queue jobs that wait for a thread, 1 to 1000; more are refused
 */
@ConfigurationProperties("lageskarta.jobs")
public record JobSettings(
        @DefaultValue("2") int threads, @DefaultValue("20") int queue) {
    public JobSettings {
        if (threads < 1 || threads > 16) {
            throw new IllegalArgumentException("lageskarta.jobs.threads is " + threads + ", but must be 1 to 16");
        }
        if (queue < 1 || queue > 1000) {
            throw new IllegalArgumentException("lageskarta.jobs.queue is " + queue + ", but must be 1 to 1000");
        }
    }
}
