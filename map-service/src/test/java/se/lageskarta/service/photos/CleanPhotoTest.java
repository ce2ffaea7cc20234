package se.lageskarta.service.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lageskarta.service.web.RefusedRequestException;

/** What is kept of a picture is a picture and nothing else. */
class CleanPhotoTest {
    private static final String PLACE = "GPSLatitude 58.0777 Anna's phone";

    @Test
    void nothing_the_camera_wrote_about_place_time_and_owner_is_kept() throws IOException {
        byte[] sent = withExif(jpeg(40, 20), 1, PLACE);
        assertThat(text(sent)).contains(PLACE).contains("Exif");

        CleanPhoto clean = CleanPhoto.of(sent);

        assertThat(text(clean.jpeg()))
                .doesNotContain("Exif")
                .doesNotContain(PLACE)
                .doesNotContain("GPS");
        assertThat(clean.width()).isEqualTo(40);
    }

    @Test
    void what_hides_behind_a_picture_is_not_kept() throws IOException {
        byte[] picture = jpeg(40, 20);
        byte[] sent = join(picture, "<script>alert(1)</script>PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));

        assertThat(text(CleanPhoto.of(sent).jpeg())).doesNotContain("script").doesNotContain("PK\u0003\u0004");
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 20, RED", "3, 40, 20, BLUE", "6, 20, 40, RED", "8, 20, 40, BLUE"})
    void a_picture_stands_the_way_the_camera_was_held(int orientation, int width, int height, String left)
            throws IOException {
        CleanPhoto clean = CleanPhoto.of(withExif(jpeg(40, 20), orientation, ""));

        assertThat(clean.width()).isEqualTo(width);
        assertThat(clean.height()).isEqualTo(height);
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(clean.jpeg()));
        // the sent picture is red on its left half and blue on its right: turned a quarter they lie above each other
        Color corner = new Color(upright.getRGB(3, 3));
        assertThat(corner.getRed() > corner.getBlue() ? "RED" : "BLUE").isEqualTo(left);
    }

    @Test
    void a_large_picture_is_made_smaller_and_a_small_one_stays() throws IOException {
        CleanPhoto large = CleanPhoto.of(jpeg(4000, 3000));

        assertThat(large.width()).isEqualTo(1600);
        assertThat(large.height()).isEqualTo(1200);
        assertThat(large.jpeg().length).isLessThanOrEqualTo(CleanPhoto.MOST_STORED_BYTES);
        assertThat(CleanPhoto.of(jpeg(7, 5)).height()).isEqualTo(5);
    }

    @Test
    void what_is_transparent_becomes_white() throws IOException {
        BufferedImage clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);

        BufferedImage kept = ImageIO.read(
                new ByteArrayInputStream(CleanPhoto.of(encoded(clear, "png")).jpeg()));

        assertThat(new Color(kept.getRGB(4, 4)).getGreen()).isGreaterThan(250);
    }

    @Test
    void a_picture_that_claims_more_pixels_than_any_phone_takes_is_refused_before_it_is_unpacked() {
        assertThatThrownBy(() -> CleanPhoto.of(pngHead(50_000, 50_000)))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessageContaining("photo.pixels");
        assertThatThrownBy(() -> CleanPhoto.of(pngHead(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isInstanceOf(RefusedRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GIF89a/*", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.4", "RIFF....WEBPVP8 ", "x"})
    void what_is_no_jpeg_or_png_is_refused_whatever_it_is_called(String begins) {
        assertThatThrownBy(() -> CleanPhoto.of(begins.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessageContaining("photo.format");
    }

    @Test
    void a_picture_cut_off_on_its_way_is_refused() throws IOException {
        byte[] whole = jpeg(400, 300);
        for (int length : new int[] {4, 60, whole.length / 2, whole.length - 2}) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CleanPhoto.of(part))
                    .as(length + " bytes")
                    .isInstanceOf(RefusedRequestException.class)
                    .hasMessageContaining("photo.broken");
        }
        byte[] png = encoded(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> CleanPhoto.of(Arrays.copyOf(png, 60))).isInstanceOf(RefusedRequestException.class);
    }

    @Test
    void a_broken_byte_anywhere_never_ends_in_anything_but_a_picture_or_a_refusal() throws IOException {
        byte[] whole = withExif(jpeg(64, 48), 6, PLACE);
        for (int i = 0; i < whole.length; i += 3) {
            byte[] broken = whole.clone();
            broken[i] ^= (byte) 0xFF;
            try {
                assertThat(CleanPhoto.of(broken).width()).isPositive();
            } catch (RefusedRequestException refused) {
                assertThat(refused.faults()).isNotEmpty();
            }
        }
    }

    @Test
    void a_picture_without_bytes_or_with_too_many_is_refused() {
        assertThatThrownBy(() -> CleanPhoto.of(new byte[0])).hasMessageContaining("photo.empty");
        assertThatThrownBy(() -> CleanPhoto.of(new byte[CleanPhoto.MOST_BYTES + 1]))
                .hasMessageContaining("photo.bytes");
    }

    /** Red on the left half, blue on the right. */
    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        return encoded(picture, "jpeg");
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** The picture with an EXIF segment right after its first two bytes, as cameras write it. */
    private static byte[] withExif(byte[] jpeg, int orientation, String words) {
        byte[] told = words.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + told.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0).put(told);
        ByteBuffer segment = ByteBuffer.allocate(4 + exif.capacity());
        segment.putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2)).put(exif.array());
        return join(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The head of a PNG of that size, with nothing behind it. */
    private static byte[] pngHead(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(4 + 13);
        head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        head.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 check = new CRC32();
        check.update(head.array());
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        byte[] length = ByteBuffer.allocate(4).putInt(13).array();
        byte[] sum = ByteBuffer.allocate(4).putInt((int) check.getValue()).array();
        return join(signature, length, head.array(), sum);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
