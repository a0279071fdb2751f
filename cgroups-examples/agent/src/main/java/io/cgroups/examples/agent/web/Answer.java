package io.cgroups.examples.agent.web;

/** What a request gets. */
record Answer(int status, String type, String body) {
    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";
    static final String TEXT = "text/plain; charset=utf-8";

    static Answer of(String type, String body) {
        return new Answer(200, type, body);
    }

    static Answer refusal(int status, String why) {
        return new Answer(status, TEXT, why + "\n");
    }
}
