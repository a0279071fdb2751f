package io.cgroups.examples.agent.web;

import java.io.IOException;

/** Answers the requests to one address. */
@FunctionalInterface
interface Route {
    Answer answer(Question question) throws IOException;
}
