package io.cgroups;

import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.util.List;

/**
 * The control files of a group in one hierarchy, by name: the door to what has no typed method.
 *
 * <p>As path-safe and as well diagnosed as the typed methods; the texts are the kernel's own. Immutable.
 */
public final class RawFiles {
    private final GroupDir dir;

    RawFiles(GroupDir dir) {
        this.dir = dir;
    }

    /**
     * Makes the door to a directory; used by drivers and their tests.
     *
     * @param dir the group's directory
     * @return the door
     */
    public static RawFiles of(GroupDir dir) {
        return new RawFiles(dir);
    }

    /**
     * Reads a file.
     *
     * @param file its name, for example {@code cpu.shares}
     * @return its text without the line feed at the end
     * @throws InvalidNameException if the name is not one part of a path
     * @throws CgroupIoException if the kernel refuses
     */
    public String read(String file) {
        return dir.read(file);
    }

    /**
     * Gives a file a text in one write.
     *
     * @param file its name
     * @param text at least one character
     * @throws InvalidNameException if the name is not one part of a path
     * @throws IllegalArgumentException if the text is empty
     * @throws CgroupIoException if the kernel refuses
     */
    public void write(String file, String text) {
        dir.write(file, text);
    }

    /**
     * Lists the files.
     *
     * @return their names, sorted
     * @throws CgroupIoException if the kernel refuses
     */
    public List<String> list() {
        return dir.files().files(dir.path());
    }

    /**
     * The directory of the group in this hierarchy.
     *
     * @return an absolute path
     */
    public Path directory() {
        return dir.path();
    }
}
