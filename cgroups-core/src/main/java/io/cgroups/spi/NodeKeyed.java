package io.cgroups.spi;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of numbers by NUMA node: {@code anon N0=4096 N1=0} on v2, {@code total=4096 N0=4096 N1=0} on v1 and for huge pages.
 *
 * <p>Lines are found by their key; the sum that some kernels put beside the key is left out.
 */
public final class NodeKeyed {
    private NodeKeyed() {}

    /**
     * Parses the text of such a file.
     *
     * @param file where it was read, for the exception
     * @param text lines of a key and {@code Nnode=number} parts; may be empty
     * @return the numbers by node and then by key
     * @throws CgroupFormatException if a line has another format
     */
    public static Map<Integer, Map<String, Long>> parse(Path file, String text) {
        Map<Integer, Map<String, Long>> nodes = new TreeMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.strip().split(" +", -1);
            String key = parts[0].split("=", 2)[0];
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                nodes.computeIfAbsent(node(file, parts[i], equals), node -> new LinkedHashMap<>())
                        .put(key, KernelNumbers.parseCounter(file, parts[i].substring(equals + 1)));
            }
        });
        return nodes;
    }

    private static int node(Path file, String part, int equals) {
        if (!part.startsWith("N") || equals < 0) {
            throw new CgroupFormatException(file, "a node and its number, such as N0=4096", part, null);
        }
        return Math.toIntExact(KernelNumbers.parse(file, part.substring(1, equals)));
    }
}
