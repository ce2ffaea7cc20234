package se.lageskarta.geo.geocode;

/**
 * A place as somebody wrote it; what is not told is empty.
 *
 * @param text street, address, crossing or name of a place: {@code Storgatan 5}, {@code Storgatan/Nygatan}, {@code vid ICA}
 * @param locality town or village: {@code Ljung}
 * @param property designation of a property: {@code Herrljunga 1:23}
 */
public record WrittenPlace(String text, String locality, String property) {
    public WrittenPlace {
        text = text.strip();
        locality = locality.strip();
        property = property.strip();
    }

    public boolean isEmpty() {
        return text.isEmpty() && property.isEmpty();
    }
}
