package io.cgroups.examples.agent.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The metrics. They are written for one asker at a time: many would read the same files, and leave no thread for the page. */
final class Metrics implements Route {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int MAX_WAITING = 4;
    private static final int PATIENCE_SECONDS = 8;

    private final Supplier<String> scrape;
    private final Semaphore turn = new Semaphore(1, true);

    Metrics(Supplier<String> scrape) {
        this.scrape = scrape;
    }

    @Override
    public Answer answer(Question question) {
        if (turn.getQueueLength() >= MAX_WAITING || !isOurTurn()) {
            return Answer.refusal(503, "others ask for the metrics, too; ask again later");
        }
        try {
            return Answer.of(TYPE, scrape.get());
        } finally {
            turn.release();
        }
    }

    private boolean isOurTurn() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
