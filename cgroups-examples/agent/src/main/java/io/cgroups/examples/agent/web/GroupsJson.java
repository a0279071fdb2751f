package io.cgroups.examples.agent.web;

import com.google.gson.stream.JsonWriter;
import io.cgroups.examples.agent.watch.GroupState;
import io.cgroups.examples.agent.watch.Point;
import io.cgroups.examples.agent.watch.Snapshot;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the page asks for again and again. A number that is not known, or not limited, is null. */
final class GroupsJson {
    private GroupsJson() {}

    static String tree(Snapshot snapshot) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("time").value(snapshot.time());
            json.name("cpus").value(Runtime.getRuntime().availableProcessors());
            json.name("leftOut").value(snapshot.leftOut());
            json.name("problem").value(snapshot.problem().orElse(null));
            json.name("groups").beginArray();
            for (GroupState group : snapshot.groups()) {
                write(json, group);
            }
            json.endArray().endObject();
        }
        return text.toString();
    }

    private static void write(JsonWriter json, GroupState group) throws IOException {
        Point latest = group.latest();
        json.beginObject().name("path").value(group.path().toString());
        json.name("name").value(group.name());
        json.name("depth").value(group.depth());
        json.name("problem").value(group.problem().orElse(null));
        number(json.name("cpu"), latest.cpu());
        number(json.name("quota"), latest.quota());
        number(json.name("throttled"), latest.throttledRatio());
        number(json.name("memory"), latest.memory());
        number(json.name("memoryLimit"), latest.memoryLimit());
        number(json.name("pressure"), latest.pressure());
        json.endObject();
    }

    /** One array for each line of the charts. */
    static String history(List<Point> points) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("time").beginArray();
            for (Point point : points) {
                json.value(point.time() / 1000.0);
            }
            json.endArray();
            column(json.name("cpu"), points, Point::cpu);
            column(json.name("quota"), points, Point::quota);
            column(json.name("periods"), points, Point::periods);
            column(json.name("throttled"), points, Point::throttled);
            column(json.name("memory"), points, Point::memory);
            column(json.name("memoryLimit"), points, Point::memoryLimit);
            column(json.name("cpuPressure"), points, Point::cpuPressure);
            column(json.name("memoryPressure"), points, Point::memoryPressure);
            column(json.name("ioPressure"), points, Point::ioPressure);
            json.endObject();
        }
        return text.toString();
    }

    private static void column(JsonWriter json, List<Point> points, ToDoubleFunction<Point> value) throws IOException {
        json.beginArray();
        for (Point point : points) {
            number(json, value.applyAsDouble(point));
        }
        json.endArray();
    }

    private static void number(JsonWriter json, double value) throws IOException {
        if (Double.isFinite(value)) {
            // Four digits after the point are more than a chart shows.
            json.value(Math.rint(value * 10_000) / 10_000);
        } else {
            json.nullValue();
        }
    }
}
