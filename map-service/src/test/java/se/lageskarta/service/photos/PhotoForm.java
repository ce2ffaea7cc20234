package se.lageskarta.service.photos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import se.lageskarta.service.Visitor;

/** Pictures as a phone's form sends them. */
public final class PhotoForm {
    private PhotoForm() {}

    /** A picture with words behind its head, where cameras put theirs. */
    public static byte[] picture(String words) throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", drawn);
        byte[] jpeg = drawn.toByteArray();
        byte[] told = words.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        all.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (told.length + 2)});
        all.writeBytes(told);
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    /** A small file that claims to be a picture of so many pixels. */
    public static byte[] png(int width, int height) {
        byte[] head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(file, head);
        chunk(file, "IDAT".getBytes(StandardCharsets.US_ASCII));
        chunk(file, "IEND".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, byte[] typeAndData) {
        CRC32 sum = new CRC32();
        sum.update(typeAndData);
        file.writeBytes(ByteBuffer.allocate(4).putInt(typeAndData.length - 4).array());
        file.writeBytes(typeAndData);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    public static HttpResponse<String> send(Visitor visitor, String path, String key, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n" + key
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bild.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return visitor.sendBytes("POST", path, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=x");
    }
}
