package io.cgroups.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.web.server.ResponseStatusException;

class WorkTest {
    private final Work work = new Work();

    @Test
    void itUsesTheTimeThatIsAskedForAndSaysHowLongThatTook() {
        Work.Done done = work.work(20);

        assertThat(done.cpuMillis()).isGreaterThanOrEqualTo(20);
        assertThat(done.tookMillis()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void lessThanNothingAndMoreThanAWhileIsRefused() {
        assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> work.work(-1));
        assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> work.work(10_001));
    }
}
