package se.lageskarta.geo.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fuzzer looks for, in a small and always the same measure; the fuzzing itself is {@link FuzzRun}. */
class FuzzTargetTest {
    private static final int CHANGED_INPUTS = 300;
    private static final Path ONCE_FINDINGS = Path.of("src/test/resources/fuzz");

    @ParameterizedTest
    @EnumSource
    void holds_on_its_seeds_on_former_findings_and_on_both_changed(FuzzTarget target) {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            List<byte[]> inputs = new ArrayList<>(target.seeds());
            inputs.addAll(formerFindings(target));
            for (byte[] input : inputs) {
                target.give(input);
            }
            Random random = new Random(20_260_105);
            for (int i = 0; i < CHANGED_INPUTS; i++) {
                target.give(changed(inputs.get(i % inputs.size()), random));
            }
        });
    }

    private static byte[] changed(byte[] input, Random random) {
        byte[] changed = Arrays.copyOf(input, random.nextInt(4) == 0 ? random.nextInt(input.length) : input.length);
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            int at = random.nextInt(changed.length);
            changed[at] = (byte) (random.nextBoolean() ? changed[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
        }
        return changed;
    }

    private static List<byte[]> formerFindings(FuzzTarget target) throws IOException {
        Path folder = ONCE_FINDINGS.resolve(target.folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(FuzzTargetTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
