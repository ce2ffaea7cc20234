package se.lageskarta.service.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import se.lageskarta.geo.incident.TimeSpan;
import se.lageskarta.service.RunningService;
import se.lageskarta.service.photos.CleanPhoto;
import se.lageskarta.service.photos.Photos;
import se.lageskarta.service.settings.ReportSettings;

/** Words and pictures go when a decision says so, and what was counted stays. */
class EraseOldReportsTest {
    private static final Sender ANNA = new Sender("anna", "Parken", false, false, false);

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onH2(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void old_words_and_pictures_go_when_there_is_a_decision_and_not_before() throws Exception {
        Report report = sent();
        Photos photos = service.part(Photos.class);
        photos.add(ReportPhotos.SUBJECT, report.id(), UUID.randomUUID().toString(), CleanPhoto.of(picture()), "anna");
        Reports reports = service.part(Reports.class);
        Clock inTwoYears = Clock.offset(Clock.systemUTC(), Duration.ofDays(730));

        assertThat(erasing("", inTwoYears).erase()).isZero();
        assertThat(erasing("KS 2026/17", Clock.systemUTC()).erase()).isZero();
        assertThat(reports.find(report.id()).orElseThrow().words()).isEqualTo("Mörkt vid bänken");

        assertThat(erasing("KS 2026/17", inTwoYears).erase()).isEqualTo(1);

        Report left = reports.find(report.id()).orElseThrow();
        assertThat(left.words()).isEmpty();
        assertThat(left.type()).isEqualTo("BEL");
        assertThat(left.place()).isNotNull();
        assertThat(photos.of(ReportPhotos.SUBJECT, List.of(report.id()))).isEmpty();
        assertThat(reports.history(report.id()))
                .extracting(state -> state.told().words())
                .containsOnly("");
        assertThat(reports.history(report.id()).get(1).told().savedBy()).isEqualTo("KS 2026/17");
        assertThat(erasing("KS 2026/17", inTwoYears).erase()).isZero();
    }

    private static Report sent() {
        ReportPlace place = new ReportPlace(13.0, 58.0, 8.0, "Storgatan");
        SentReport report = new SentReport(
                "BEL", "Mörkt vid bänken", place, TimeSpan.on(java.time.LocalDate.now(Clock.systemUTC())), null);
        return service.part(SendReports.class)
                .send(UUID.randomUUID().toString(), report, ANNA)
                .report();
    }

    private static EraseOldReports erasing(String decision, Clock clock) {
        return new EraseOldReports(
                service.part(Reports.class),
                service.part(Photos.class),
                service.part(TransactionOperations.class),
                new ReportSettings(Duration.ofDays(365), decision, 4, 120),
                clock);
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
