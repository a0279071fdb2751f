package io.cgroups.internal.own;

import io.cgroups.CgroupFormatException;
import io.cgroups.OnClose;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of marks and intents: a version, the owner and what is done with members, for example
 * {@code 1 4711 1222937 pid:[4026531836],time:[4026531834] KILL}; of an intent, the name of the child follows.
 */
final class MarkText {
    private static final String VERSION = "1";
    private static final String ON_THE_WAY = "ON_THE_WAY";
    private static final String EXPECTED = "a mark of version " + VERSION + ", as this library writes it";

    private static final Pattern TEXT = Pattern.compile(VERSION
            + " (?<pid>[1-9]\\d{0,9}) (?<start>\\d{1,18}) (?<space>pid:\\[\\d{1,18}](,time:\\[\\d{1,18}])?)"
            + " (?<close>KILL|MOVE_TO_PARENT|FAIL_IF_BUSY|ON_THE_WAY)( (?<child>[^/\\n\\x00]{1,255}))?");

    private MarkText() {}

    static String of(Mark mark) {
        Owner owner = mark.owner();
        return String.join(
                " ",
                VERSION,
                Long.toString(owner.pid()),
                Long.toString(owner.start()),
                owner.space(),
                mark.onClose().map(OnClose::name).orElse(ON_THE_WAY));
    }

    static String of(Intent intent) {
        return of(intent.mark()) + " " + intent.child();
    }

    static Mark parseMark(Path directory, String id, String text) {
        Matcher parts = parse(directory, text);
        if (parts.group("child") != null) {
            throw wrong(directory, text);
        }
        return mark(id, parts);
    }

    static Intent parseIntent(Path directory, String id, String text) {
        Matcher parts = parse(directory, text);
        String child = parts.group("child");
        if (child == null || child.equals(".") || child.equals("..")) {
            throw wrong(directory, text);
        }
        return new Intent(mark(id, parts), child);
    }

    private static Matcher parse(Path directory, String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw wrong(directory, text);
        }
        return parts;
    }

    private static Mark mark(String id, Matcher parts) {
        Owner owner = new Owner(
                Long.parseLong(parts.group("pid")), Long.parseLong(parts.group("start")), parts.group("space"));
        String close = parts.group("close");
        return new Mark(id, owner, close.equals(ON_THE_WAY) ? Optional.empty() : Optional.of(OnClose.valueOf(close)));
    }

    private static CgroupFormatException wrong(Path directory, String text) {
        return new CgroupFormatException(directory, EXPECTED, text, null);
    }
}
