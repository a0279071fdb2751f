package io.cgroups.examples.agent.web;

import io.cgroups.CgroupPath;
import io.cgroups.examples.agent.watch.Point;
import io.cgroups.examples.agent.watch.Watch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that can be asked for, by method and address. */
final class Routes {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Route> routes = new HashMap<>();

    Routes(Watch watch, Supplier<String> scrape, Guard guard, boolean allowChanges) {
        String page = Resources.own("index.html").replace("{{changes}}", String.valueOf(allowChanges));
        routes.put("GET /", question -> Answer.of(Answer.HTML, page));
        for (String script :
                List.of("app.js", "api.js", "tree.js", "detail.js", "charts.js", "quota.js", "format.js")) {
            file("/" + script, SCRIPT, Resources.own(script));
        }
        file("/app.css", STYLE, Resources.own("app.css"));
        file("/icon.svg", "image/svg+xml", Resources.own("icon.svg"));
        file("/uplot.js", SCRIPT, Resources.uplot("uPlot.iife.min.js"));
        file("/uplot.css", STYLE, Resources.uplot("uPlot.min.css"));
        routes.put("GET /metrics", new Metrics(scrape));
        routes.put("GET /api/tree", question -> Answer.of(Answer.JSON, GroupsJson.tree(watch.snapshot())));
        routes.put("GET /api/history", question -> history(watch, question));
        if (allowChanges) {
            routes.put("POST /api/quota", new QuotaChange(watch, guard));
        }
    }

    private void file(String address, String type, String body) {
        routes.put("GET " + address, question -> Answer.of(type, body));
    }

    private static Answer history(Watch watch, Question question) throws IOException {
        try {
            CgroupPath group = GroupNames.parse(question.parameter("group").orElse("/"));
            long after = Long.parseLong(question.parameter("after").orElse("0"));
            Optional<List<Point>> points = watch.history(group, after);
            // A group that just went is nothing that browsers should note as an error.
            return Answer.of(Answer.JSON, points.isPresent() ? GroupsJson.history(points.get()) : "null");
        } catch (IllegalArgumentException e) {
            return Answer.refusal(400, "it takes the name of a group and a time");
        }
    }

    Answer answer(Question question) throws IOException {
        Route route = routes.get(question.method() + " " + question.path());
        return route == null ? Answer.refusal(404, "there is nothing here") : route.answer(question);
    }
}
