package io.cgroups.v1;

/** The names of the freezer's control files; the root of the hierarchy has none of them. */
final class V1FreezerFile {
    /** What is reached; {@code THAWED} and {@code FROZEN} can be written. */
    static final String STATE = "freezer.state";
    /** 1 while the group itself is to be frozen. */
    static final String SELF = "freezer.self_freezing";
    /** 1 while a group above is to be frozen. */
    static final String PARENT = "freezer.parent_freezing";

    private V1FreezerFile() {}
}
