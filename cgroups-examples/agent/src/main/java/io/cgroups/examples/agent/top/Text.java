package io.cgroups.examples.agent.top;

import java.util.Locale;

/** Figures in few columns. */
final class Text {
    private static final String UNITS = "BKMGTPE";
    private static final String NOT_KNOWN = "-";

    private Text() {}

    static String percent(float part) {
        if (Float.isNaN(part)) {
            return NOT_KNOWN;
        }
        return Float.isInfinite(part)
                ? "none"
                : String.format(Locale.ROOT, part < 0.0995 ? "%.1f%%" : "%.0f%%", part * 100);
    }

    static String bytes(float size) {
        if (Float.isNaN(size)) {
            return NOT_KNOWN;
        }
        if (Float.isInfinite(size)) {
            return "none";
        }
        int power = 0;
        double left = size;
        while (left >= 1024 && power < UNITS.length() - 1) {
            left /= 1024;
            power++;
        }
        return String.format(Locale.ROOT, left < 10 && power > 0 ? "%.1f%c" : "%.0f%c", left, UNITS.charAt(power));
    }

    /** Full and empty places, for example {@code ###-------}; empty places alone for what is not known. */
    static String bar(float part, int width) {
        float known = Float.isNaN(part) ? 0 : Math.max(0, Math.min(1, part));
        int full = Math.round(known * width);
        return "#".repeat(full) + "-".repeat(width - full);
    }

    /** A name in so many columns: of a long one the end, which tells more; what moves a cursor is no name. */
    static String name(String name, int width) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= width
                ? plain + " ".repeat(width - plain.length())
                : "…" + plain.substring(plain.length() - width + 1);
    }
}
