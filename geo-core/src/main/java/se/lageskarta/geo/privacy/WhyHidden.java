package se.lageskarta.geo.privacy;

/** Why a number is not told. For those who prepare a release: the public gets one class, so that nobody can tell which. */
public enum WhyHidden {
    FEW("few", "för få händelser", "too few incidents"),
    DWELLING("dwelling", "en enda bostad står för för mycket av talet", "a single dwelling makes up too much of it"),
    COMPLEMENTARY(
            "complementary",
            "med detta tal kunde ett dolt tal räknas fram genom subtraktion",
            "with this number a hidden one could be worked out by subtraction"),
    CROSSING(
            "crossing",
            "talet överlappar ett annat som redan är eller blir publicerat, utan att det ena ryms i det andra",
            "it overlaps another number that is or will be published, without one lying within the other"),
    CHANGED(
            "changed",
            "ett tal för samma sak har redan publicerats och kan inte ändras",
            "a number for the same has been published already and cannot change"),
    NOT_ASKED("not-asked", "summan är inte med i publiceringen", "the total is not part of the release");

    private final String code;
    private final String sv;
    private final String en;

    WhyHidden(String code, String sv, String en) {
        this.code = code;
        this.sv = sv;
        this.en = en;
    }

    /** As it is written in files. */
    public String code() {
        return code;
    }

    /** In Swedish, part of a sentence. */
    public String sv() {
        return sv;
    }

    /** In English, part of a sentence. */
    public String en() {
        return en;
    }
}
