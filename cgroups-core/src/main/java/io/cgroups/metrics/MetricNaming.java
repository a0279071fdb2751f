package io.cgroups.metrics;

/** What the meters are called. */
public enum MetricNaming {
    /**
     * As Micrometer's own: {@code cgroup.cpu.throttled.time}, {@code cgroup.memory.current}, {@code cgroup.io.bytes}, each with
     * the tag {@code cgroup}, which is the path of the group. A limit has no meter while it is unlimited.
     */
    MICROMETER,
    /**
     * So that the Prometheus registry gives the series that dashboards and alerts for containers use, as cAdvisor and the
     * kubelet export them: {@code container_cpu_cfs_throttled_periods_total}, {@code container_memory_working_set_bytes}, with
     * the labels {@code id}, {@code name} and {@code container}; the last two are the last part of the group's path where the
     * caller's tags do not say otherwise, and empty for a root, as there. {@code container} is
     * empty as well for a group of a tree that has groups below it when it is found, so that what they do counts once in a sum
     * over containers. Alerts select what has a {@code container}, so give
     * one for the group of a program that sees itself in a root, as in a container; some dashboards also want an {@code image}.
     *
     * <p>What is unlimited is as it is there: no {@code container_spec_cpu_quota} and no {@code container_cpu_cfs_} series
     * without a quota, 0 for {@code container_spec_memory_limit_bytes} and {@code container_threads_max}.
     * {@code container_memory_failcnt} is a gauge, as a counter would get another name.
     */
    CONTAINER;

    Names names() {
        return switch (this) {
            case MICROMETER -> new MicrometerNames();
            case CONTAINER -> new ContainerNames();
        };
    }
}
