package io.cgroups.spi;

import java.util.Optional;

/**
 * What a version of control groups calls the files of the hugetlb controller, after {@code hugetlb.2MB.} or
 * {@code hugetlb.2MB.rsvd.}.
 *
 * @param max the file of the limit
 * @param unlimited what is written to it for no limit
 * @param usage the file of the usage
 * @param peak the file of the largest usage, which can be reset; empty when there is none
 * @param failures the file of the number of failures, which can be reset; empty when there is none
 * @param events the file of events, where failures are the line {@code max}, which cannot be reset; empty when there is none
 */
public record HugetlbDialect(
        String max,
        String unlimited,
        String usage,
        Optional<String> peak,
        Optional<String> failures,
        Optional<String> events) {}
