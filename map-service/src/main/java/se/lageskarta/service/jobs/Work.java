package se.lageskarta.service.jobs;

/** What a job does. It tells its progress often: that is also where it hears that it shall stop. */
@FunctionalInterface
public interface Work {
    void run(Progress progress) throws Exception;
}
