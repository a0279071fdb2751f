package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file of lines for devices is parsed. */
class V1DeviceTableTest {
    private static final Path FILE = Path.of("/sys/fs/cgroup/blkio/blkio.throttle.io_serviced");
    private static final DeviceNumber DISK = new DeviceNumber(8, 0);

    private static V1DeviceTable parse(String text) {
        return V1DeviceTable.parse(FILE, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "Total 0", "default 100\n"})
    void linesForAllDevicesAreNoDevice(String text) {
        assertThat(parse(text).devices()).isEmpty();
    }

    @Test
    void aNumberWithoutOperationIsTheTotal() {
        assertThat(parse("8:16 5\n8:0 4294967294").number(DISK)).contains(4_294_967_294L);
        assertThat(parse("8:16 5").number(DISK)).isEmpty();
    }

    @Test
    void operationsNobodyKnowsAreKept() {
        assertThat(parse("8:0 Read 1\n8:0 Verify 7\nTotal 8")
                        .devices()
                        .get(DISK)
                        .raw("Verify"))
                .hasValue(7);
    }

    @Test
    void numbersOver63BitsAreTheLargest() {
        assertThat(parse("8:0 18446744073709551614").number(DISK)).contains(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:0", "8:0 Read x", "8:0 Read 1 2", "8-0 Read 1", "8 1"})
    void anythingElseIsAnError(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(CgroupFormatException.class);
    }
}
