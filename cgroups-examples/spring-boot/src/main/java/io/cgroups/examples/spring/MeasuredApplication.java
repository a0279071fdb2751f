package io.cgroups.examples.spring;

import io.cgroups.metrics.CgroupMetrics;
import io.cgroups.metrics.MetricNaming;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * A Spring Boot application that shows at {@code /actuator/prometheus} how its own control group throttles it.
 *
 * <p>An application of yours needs three things. The dependencies: {@code cgroups-v2}, and {@code cgroups-v1} for hosts that have
 * v1 hierarchies, beside {@code spring-boot-starter-actuator} and {@code micrometer-registry-prometheus}. The endpoint, in
 * {@code application.properties}: {@code management.endpoints.web.exposure.include=prometheus}. And the bean:
 *
 * <pre>{@code
 * @Bean
 * MeterBinder ownGroup() {
 *     return CgroupMetrics.ofSelf();
 * }
 * }</pre>
 *
 * <p>Spring Boot binds each {@link MeterBinder} to its registries, and closes it at the end. The group is that of the container or
 * of the service of systemd that the JVM is in; reading takes no privileges. Where there are no control groups, as on a
 * developer's laptop, the application starts all the same and has no such meters. A container with a namespace of control groups
 * sees its own as {@code /}, without a name; there a tag gives it one, as here.
 *
 * <p>{@code cgroups-examples/run spring-boot} builds and starts it. To see it throttled, start it in a group with a quota and let
 * it {@link Work work}, for example by {@code systemd-run -p CPUQuota=20%}, or as root on a host with v1 hierarchies:
 *
 * <pre>{@code
 * mkdir /sys/fs/cgroup/cpu/web
 * echo 20000 > /sys/fs/cgroup/cpu/web/cpu.cfs_quota_us
 * sh -c 'echo 0 > /sys/fs/cgroup/cpu/web/cgroup.procs; exec java -cp ... io.cgroups.examples.spring.MeasuredApplication'
 *
 * curl 'http://127.0.0.1:8080/work?cpuMillis=200'
 * curl -s http://127.0.0.1:8080/actuator/prometheus | grep ^cgroup_cpu
 * }</pre>
 *
 * <p>The request needs 200 ms of CPU time and takes about a second; {@code cgroup_cpu_throttled_time_seconds_total} says where
 * the rest went.
 *
 * <p>{@code --cgroups.naming=container} exports the same under the names that dashboards and alerts for containers know, such
 * as {@code container_cpu_cfs_throttled_periods_total}. The rules in {@code cgroups-examples/prometheus} are made for these.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class MeasuredApplication {

    /**
     * Starts it.
     *
     * @param args settings of Spring Boot, for example {@code --server.port=8081}
     */
    public static void main(String[] args) {
        SpringApplication.run(MeasuredApplication.class, args);
    }

    /**
     * All that measuring takes.
     *
     * @param naming whose names: {@code micrometer} or {@code container}
     * @param name what the group is called; many containers see their own as {@code /}, which has no name
     * @return what binds the meters of the group this JVM is in
     */
    @Bean
    MeterBinder ownGroup(
            @Value("${cgroups.naming:micrometer}") MetricNaming naming,
            @Value("${spring.application.name}") String name) {
        return CgroupMetrics.ofSelf(Tags.of("container", name), naming);
    }
}
