package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import io.cgroups.examples.agent.demo.Demo;
import io.cgroups.examples.agent.watch.Watch;
import io.cgroups.examples.agent.web.AgentServer;
import java.io.IOException;
import java.net.URI;

/** The agent, running. */
final class Agent implements AutoCloseable {
    private final Watch watch;
    private final Scrape scrape;
    private final AgentServer server;

    /**
     * Starts it.
     *
     * @throws IOException if the port is taken
     */
    Agent(Cgroups cgroups, int maxGroups, int port, boolean allowChanges) throws IOException {
        watch = new Watch(cgroups, Demo.path(), maxGroups);
        scrape = new Scrape(cgroups, maxGroups);
        server = new AgentServer(port, watch, scrape::text, allowChanges);
        watch.start();
    }

    /** Where its page is. */
    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        scrape.close();
        watch.close();
    }
}
