package io.cgroups.spi;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;

/** Control files that not every kernel or group has, for who cannot do without. */
public final class RequiredFile {
    private RequiredFile() {}

    /**
     * Reads such a file.
     *
     * @param dir the group
     * @param file the control file
     * @param needs what is needed for it, for example {@code Linux 5.14}
     * @return its text without the line feed at the end
     * @throws UnsupportedSettingException if the group has no such file
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public static String read(GroupDir dir, String file, String needs) {
        return dir.readIfPresent(file).orElseThrow(() -> missing(dir, file, needs));
    }

    /**
     * The exception for a file that is missing.
     *
     * @param dir the group
     * @param file the control file
     * @param needs what is needed for it
     * @return the exception, not thrown
     */
    public static UnsupportedSettingException missing(GroupDir dir, String file, String needs) {
        return new UnsupportedSettingException(Failure.of("use " + file, "there is no such file; it needs " + needs)
                .at(dir.file(file)));
    }
}
