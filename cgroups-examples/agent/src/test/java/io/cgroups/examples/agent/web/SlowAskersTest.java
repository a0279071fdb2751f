package io.cgroups.examples.agent.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupPath;
import io.cgroups.examples.agent.watch.Watch;
import io.cgroups.testkit.InMemoryKernel;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who is slow takes nothing away from others. */
class SlowAskersTest {
    private static final int MANY = 25;

    private final CountDownLatch scraping = new CountDownLatch(1);
    private final CountDownLatch scraped = new CountDownLatch(1);

    @AutoClose
    private final Watch watch = new Watch(InMemoryKernel.v2().cgroups(), CgroupPath.ROOT, 10);

    @AutoClose
    private final AgentServer server = new AgentServer(0, watch, this::scrape, false);

    private final URI address = server.address();

    SlowAskersTest() throws IOException {}

    private String scrape() {
        scraping.countDown();
        try {
            scraped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "metric 1\n";
    }

    @Test
    void whoDoesNotFinishARequestIsLetGo() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                stalled.add(socket);
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes(US_ASCII));
            }
            assertThat(RawHttp.get(address, "/").status()).isEqualTo(200);
            for (Socket socket : stalled) {
                socket.setSoTimeout(60_000);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void ofManyWhoAskForTheMetricsSomeAreTurnedAwayAndThePageIsThere() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<RawHttp>> answers = IntStream.range(0, MANY)
                    .mapToObj(any -> askers.submit(() -> RawHttp.get(address, "/metrics")))
                    .toList();
            scraping.await();
            assertThat(RawHttp.get(address, "/").status()).isEqualTo(200);
            scraped.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<RawHttp> answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).contains(200).containsOnly(200, 503);
        } finally {
            scraped.countDown();
            askers.shutdownNow();
        }
    }
}
