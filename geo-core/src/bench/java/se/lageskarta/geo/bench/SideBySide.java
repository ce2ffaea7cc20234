package se.lageskarta.geo.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and prints one table: what was done, how many, our milliseconds by the clock and on the
 * processors, the peer's in the same run, and how many times as much processor time the peer took. Methods are
 * named {@code task_who}; {@code ours} and a peer of the same task and size stand side by side.
 */
public final class SideBySide {
    private SideBySide() {}

    /** @param args patterns of benchmark names, JMH's way; none for all */
    public static void main(String[] args) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true).addProfiler(CpuTime.class);
        for (String pattern : args) {
            if (!pattern.isBlank()) {
                options.include(pattern);
            }
        }
        if (WholeCountryBenchmark.file().isEmpty()) {
            System.out.println("The file of recorded crimes is not here: left out.");
            options.exclude("WholeCountry");
        }
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.equals("bench.uk"))
                .forEach(name -> options.jvmArgsAppend("-D" + name + "=" + System.getProperty(name)));
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        List<Line> lines = new ArrayList<>();
        results.forEach(result -> lines.add(Line.of(result)));
        System.out.printf(
                Locale.ROOT,
                "%n%-30s %9s %10s %10s  %-22s %10s %10s %8s%n",
                "task",
                "n",
                "ours ms",
                "cpu ms",
                "peer",
                "peer ms",
                "cpu ms",
                "cpu ×");
        for (Line ours : lines) {
            if (!ours.who.startsWith("ours")) {
                continue;
            }
            List<Line> peers = lines.stream()
                    .filter(line -> line.task.equals(ours.task) && line.n.equals(ours.n) && !line.who.startsWith("ours"))
                    .toList();
            String name = ours.task + ours.who.substring("ours".length()).replace('_', ' ');
            String own = String.format(Locale.ROOT, "%-30s %9s %10.3f %10.3f", name, ours.n, ours.millis, ours.cpu);
            if (peers.isEmpty()) {
                System.out.println(own);
            }
            for (Line peer : peers) {
                System.out.println(own
                        + String.format(
                                Locale.ROOT,
                                "  %-22s %10.3f %10.3f %8.1f",
                                peer.who,
                                peer.millis,
                                peer.cpu,
                                peer.cpu / ours.cpu));
            }
        }
    }

    private record Line(String task, String who, String n, double millis, double cpu) {
        static Line of(RunResult result) {
            String label = result.getParams().getBenchmark();
            String method = label.substring(label.lastIndexOf('.') + 1);
            int split = method.indexOf('_');
            String n = result.getParams().getParam("n");
            return new Line(
                    method.substring(0, split),
                    method.substring(split + 1),
                    n == null ? "" : n,
                    result.getPrimaryResult().getScore(),
                    result.getSecondaryResults().get(CpuTime.LABEL).getScore());
        }
    }
}
