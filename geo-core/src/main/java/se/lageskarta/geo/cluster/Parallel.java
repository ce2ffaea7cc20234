package se.lageskarta.geo.cluster;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs numbered tasks on the threads of the current pool. */
final class Parallel {
    private static final int FEW = 64;

    private Parallel() {}

    /** In order on this thread when there are few. */
    static void over(int tasks, IntConsumer task) {
        if (tasks < FEW) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
        } else {
            IntStream.range(0, tasks).parallel().forEach(task);
        }
    }
}
