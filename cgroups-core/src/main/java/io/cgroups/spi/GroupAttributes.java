package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The extended attributes of groups in the kernel's name space {@code user}: texts that the kernel keeps for whoever may
 * write the directory, and forgets when the group is removed. Directories of control groups take them since Linux 5.7, up to
 * 128 each and 128 KiB in all.
 *
 * <p>Each call is one step of the kernel: of several callers that remove the same attribute, exactly one is told that it did.
 * Safe for use by many threads.
 */
public interface GroupAttributes {

    /**
     * Lists the attributes of a group.
     *
     * @param directory the group
     * @return their names without {@code user.}, sorted
     * @throws CgroupIoException if the kernel refuses
     */
    List<String> names(Path directory);

    /**
     * Reads an attribute.
     *
     * @param directory the group
     * @param name the name without {@code user.}
     * @return its text, empty when there is no such attribute
     * @throws CgroupIoException if the kernel refuses: {@code EOPNOTSUPP} when its directories take no attributes
     */
    Optional<String> read(Path directory, String name);

    /**
     * Sets an attribute, whether it is there or not.
     *
     * @param directory the group
     * @param name the name without {@code user.}
     * @param text the text
     * @throws CgroupIoException if the kernel refuses: {@code EOPNOTSUPP} when its directories take no attributes,
     *     {@code ENOSPC} when this one has as many as it may have
     */
    void set(Path directory, String name, String text);

    /**
     * Removes an attribute.
     *
     * @param directory the group
     * @param name the name without {@code user.}
     * @return false when it was not there
     * @throws CgroupIoException if the kernel refuses
     */
    boolean remove(Path directory, String name);
}
