package io.cgroups.spi;

import io.cgroups.Setting;
import java.util.List;
import java.util.Optional;

/** Where a driver has a {@link Setting}. Immutable. */
public sealed interface SettingSource {
    /** In a name of {@link Files}: any size of huge pages. */
    String ANY_SIZE = "SIZE";

    /** For which groups the kernel has a setting. */
    enum Place {
        /** For every group. */
        ANYWHERE,
        /** Not for the root of the hierarchy, though that may have the file and only take no value. */
        BELOW_ROOT,
        /** For the root of the hierarchy only. */
        ROOT,
        /** For every group, in a file of the root of the hierarchy. */
        IN_ROOT
    }

    /**
     * Control files.
     *
     * @param names the names, as on a normal mount; one that is there is enough, and the first counts
     * @param since what is needed for them, for example {@code Linux 5.14}
     * @param conversion how the value gets onto the scale of the file; empty when it is on it
     * @param place for which groups the kernel has it
     */
    record Files(List<String> names, String since, Optional<String> conversion, Place place) implements SettingSource {
        /**
         * Copies the list.
         *
         * @param names see the record
         * @param since see the record
         * @param conversion see the record
         * @param place see the record
         */
        public Files {
            names = List.copyOf(names);
        }

        /**
         * The same files with a value on another scale.
         *
         * @param how the conversion, for example {@code WeightConversion.OCI}
         * @return a copy
         */
        public Files by(String how) {
            return new Files(names, since, Optional.of(how), place);
        }

        /**
         * The same files for certain groups.
         *
         * @param where for which groups the kernel has them
         * @return a copy
         */
        public Files at(Place where) {
            return new Files(names, since, conversion, where);
        }
    }

    /**
     * A BPF program, where the kernel has no control file.
     *
     * @param hook where it runs
     * @param since what is needed for it
     */
    record Program(ProgramHook hook, String since) implements SettingSource {}

    /**
     * Nothing.
     *
     * @param instead what to use, for a hint
     */
    record Nothing(String instead) implements SettingSource {}

    /**
     * Control files of which one is enough.
     *
     * @param since what is needed for them, for example {@code Linux 5.14}
     * @param names the names, as on a normal mount, the one to prefer first
     * @return the source
     */
    static Files files(String since, String... names) {
        return new Files(List.of(names), since, Optional.empty(), Place.ANYWHERE);
    }

    /**
     * No equivalent.
     *
     * @param instead what to use, for a hint
     * @return the source
     */
    static Nothing nothing(String instead) {
        return new Nothing(instead);
    }

    /**
     * A BPF program.
     *
     * @param since what is needed for it
     * @param hook where it runs
     * @return the source
     */
    static Program program(String since, ProgramHook hook) {
        return new Program(hook, since);
    }
}
