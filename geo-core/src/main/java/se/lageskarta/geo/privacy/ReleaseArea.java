package se.lageskarta.geo.privacy;

/**
 * An area that numbers may be told of.
 *
 * @param number 1 for the northernmost, then as one reads; the same as long as the squares are
 * @param households homes in it when it was made
 * @param squares column and row of each of its squares in turn, rows from the north: column 812 reaches from 812 to 813 sides
 *     east of the system's origin. Not copied: whoever makes it leaves it alone
 */
public record ReleaseArea(int number, int households, int[] squares) {
    public ReleaseArea {
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", but must be 1 or more");
        }
        if (households < 0) {
            throw new IllegalArgumentException("households is " + households + ", but must be 0 or more");
        }
        if (squares.length == 0 || squares.length % 2 != 0) {
            throw new IllegalArgumentException("squares has " + squares.length
                    + " numbers, but must have two for each square, at least one square");
        }
    }

    /** As files and addresses name it, such as {@code a12}. */
    public String id() {
        return "a" + number;
    }

    /** How many squares it is made of. */
    public int size() {
        return squares.length / 2;
    }

    public int column(int square) {
        return squares[2 * square];
    }

    public int row(int square) {
        return squares[2 * square + 1];
    }
}
