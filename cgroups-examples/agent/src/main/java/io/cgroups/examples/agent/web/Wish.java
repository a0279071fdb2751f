package io.cgroups.examples.agent.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.cgroups.CgroupPath;
import io.cgroups.InvalidNameException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What quota a group is to have: {@code {"group": "a/b", "cpus": 0.5}}, where null is no quota. */
record Wish(CgroupPath group, OptionalDouble cpus) {

    /**
     * Reads it.
     *
     * @return empty when it is nothing of the kind
     * @throws InvalidNameException if the name leads out of the tree
     */
    static Optional<Wish> parse(String text) {
        try {
            return Stream.of(JsonParser.parseString(text))
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject)
                    .filter(Wish::isComplete)
                    .map(wish -> new Wish(GroupNames.parse(wish.get("group").getAsString()), cpus(wish.get("cpus"))))
                    .findFirst();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(JsonObject wish) {
        return wish.get("group") instanceof JsonPrimitive group
                && group.isString()
                && wish.has("cpus")
                && (wish.get("cpus").isJsonNull()
                        || (wish.get("cpus") instanceof JsonPrimitive cpus && cpus.isNumber()));
    }

    private static OptionalDouble cpus(JsonElement element) {
        return element.isJsonNull() ? OptionalDouble.empty() : OptionalDouble.of(element.getAsDouble());
    }
}
