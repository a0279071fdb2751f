package io.cgroups.spi;

import io.cgroups.freezer.FreezerState;

/** How one version of control groups says in its files that a group is to be frozen, and whether it is. */
public interface FreezerDialect {

    /**
     * The control file that freezes and thaws a group; the root of a hierarchy has none.
     *
     * @return its name
     */
    String file();

    /**
     * What is written into it.
     *
     * @param frozen true to freeze, false to thaw
     * @return the text
     */
    String text(boolean frozen);

    /**
     * The control file that tells when a group stands still.
     *
     * @return its name
     */
    String watched();

    /**
     * Whether a group stands still.
     *
     * @param text what {@link #watched()} reads
     * @return true when all its members do
     */
    boolean isFrozen(String text);

    /**
     * Reads whether the members of a group run.
     *
     * @param dir the group
     * @return the state, whether it comes from this group or from one above
     * @throws io.cgroups.UnsupportedSettingException if the group has no such file
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    FreezerState state(GroupDir dir);

    /**
     * Reads whether a group itself is to be frozen.
     *
     * @param dir the group
     * @return true while it is
     * @throws io.cgroups.UnsupportedSettingException if the group has no file that tells
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    boolean selfFreezing(GroupDir dir);

    /**
     * Reads whether a group above is to be frozen.
     *
     * @param dir the group
     * @return true while one is, also one that this mount does not show
     * @throws io.cgroups.UnsupportedSettingException if the group has no file that tells
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    boolean parentFreezing(GroupDir dir);
}
