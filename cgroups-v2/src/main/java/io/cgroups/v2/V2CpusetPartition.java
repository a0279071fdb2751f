package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetPartition.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@code cpuset.cpus.partition}. */
final class V2CpusetPartition {
    private static final Pattern TEXT = Pattern.compile("(\\w+)(?:( invalid)(?: \\((.*)\\))?)?");

    private V2CpusetPartition() {}

    static CpusetPartition parse(Path file, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            Optional<Kind> kind = Arrays.stream(Kind.values())
                    .filter(each -> each.text().equals(matcher.group(1)))
                    .findFirst();
            boolean valid = matcher.group(2) == null;
            if (kind.isPresent() && (valid || kind.get() != Kind.MEMBER)) {
                return new CpusetPartition(kind.get(), valid, Optional.ofNullable(matcher.group(3)));
            }
        }
        throw new CgroupFormatException(file, "member, root or isolated, and perhaps why it is invalid", text, null);
    }
}
