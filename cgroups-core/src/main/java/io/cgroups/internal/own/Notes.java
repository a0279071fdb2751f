package io.cgroups.internal.own;

import io.cgroups.CgroupFormatException;
import java.util.List;

/**
 * Everything that this library has noted on the directory of one group.
 *
 * @param marks whose it is, in the order of their ids; several while it is being taken over
 * @param intents which groups below are being made
 * @param wrongMarks why marks cannot be read
 * @param wrongIntents why intents cannot be read
 */
public record Notes(
        List<Mark> marks,
        List<Intent> intents,
        List<CgroupFormatException> wrongMarks,
        List<CgroupFormatException> wrongIntents) {

    /**
     * The intents to make one group below.
     *
     * @param child the name of that group
     * @return those that name it
     */
    public List<Intent> intentsFor(String child) {
        return intents.stream().filter(intent -> intent.child().equals(child)).toList();
    }
}
