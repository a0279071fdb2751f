package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.pressure.GroupPressure;
import io.cgroups.pressure.Stall;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pressure on kernels that measure less, in other ways, or nothing. */
class V2PressureTest {
    private static final String SWITCH = "cgroup.pressure";

    private final InMemoryKernel kernel = InMemoryKernel.v2();

    private static GroupPressure of(OldKernel old) {
        return old.cgroups().create("box", Controller.FREEZER).pressure();
    }

    /** A kernel whose pressure files, also those it does not have, all read like this. */
    private GroupPressure reading(String text) {
        return of(new OldKernel(kernel) {
            @Override
            public String read(Path file) {
                return file.toString().endsWith(".pressure") && !file.endsWith(SWITCH) ? text : super.read(file);
            }
        });
    }

    private static void assertNotMeasured(GroupPressure pressure) {
        assertThatThrownBy(pressure::cpu)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("psi=1");
        assertThatThrownBy(pressure::memory).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(pressure::io).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(pressure::irq).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(pressure::enabled).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> pressure.enable(true))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("Linux 6.1")
                .hasMessageContaining("psi=1");
    }

    @Test
    void aKernelThatDoesNotMeasureHasNoFiles() {
        assertNotMeasured(of(new OldKernel(kernel, SWITCH, "cpu.pressure", "memory.pressure", "io.pressure")));
    }

    @Test
    void anOldKernelThatDoesNotMeasureRefusesToReadThem() {
        assertNotMeasured(of(new OldKernel(kernel, SWITCH) {
            @Override
            public String read(Path file) {
                if (file.toString().endsWith(".pressure") && !file.endsWith(SWITCH) && !file.endsWith("irq.pressure")) {
                    throw refusal("read", file, Errno.EOPNOTSUPP);
                }
                return super.read(file);
            }
        }));
    }

    @Test
    void beforeTheSwitchPressureIsAlwaysMeasured() {
        GroupPressure pressure = of(new OldKernel(kernel, SWITCH));
        assertThat(pressure.enabled()).isTrue();
        assertThat(pressure.cpu().some()).isPresent();
        assertThatThrownBy(() -> pressure.enable(false))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("Linux 6.1");
    }

    @Test
    void notEveryKernelMeasuresInterrupts() {
        assertThatThrownBy(of(new OldKernel(kernel))::irq)
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("IRQ_TIME_ACCOUNTING");
        GroupPressure pressure = reading("full avg10=1.25 avg60=0.50 avg300=100.00 total=1500001\n");
        assertThat(pressure.irq().some()).isEmpty();
        assertThat(pressure.irq().full()).contains(new Stall(1.25, 0.5, 100, Duration.ofNanos(1_500_001_000)));
    }

    @Test
    void anOldKernelTellsOfTheCpuOnlyThatSomeWait() {
        GroupPressure pressure = reading("some avg10=0.00 avg60=0.00 avg300=0.00 total=7\n");
        assertThat(pressure.cpu().full()).isEmpty();
        assertThat(pressure.cpu().some().orElseThrow().total()).isEqualTo(Duration.ofNanos(7000));
    }

    @Test
    void whatANewKernelAddsIsNoError() {
        GroupPressure pressure = reading("some avg1=9.00 avg10=0.01 avg60=0.00 avg300=0.00 total=7\nmost total=1\n");
        assertThat(pressure.cpu().some().orElseThrow().avg10()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "some avg10=0.00 avg60=0.00 avg300=0.00",
                "some avg10=much avg60=0.00 avg300=0.00 total=7",
                "some avg10=0.00 avg60=0.00 avg300=0.00 total=many",
                "avg10=0.00"
            })
    void anotherFormatIsReportedWithItsFile(String text) {
        assertThatThrownBy(() -> reading(text).memory())
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("memory.pressure");
    }
}
