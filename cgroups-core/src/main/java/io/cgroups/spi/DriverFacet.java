package io.cgroups.spi;

import io.cgroups.CgroupException;
import io.cgroups.Controller;
import io.cgroups.ControllerFacet;
import io.cgroups.ControllerSpec;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import java.util.Optional;

/**
 * What every driver's side of a controller has in common: its directory, and "compile, then execute".
 *
 * @param <S> the specification of the controller
 * @param <F> the facet it implements
 */
public abstract class DriverFacet<S extends ControllerSpec, F extends ControllerFacet<S, F>>
        implements ControllerFacet<S, F> {
    private final GroupContext group;
    private final Controller controller;
    private final GroupDir dir;

    /**
     * Binds the facet to a group.
     *
     * @param group the group
     * @param controller the controller, which the group must have
     */
    protected DriverFacet(GroupContext group, Controller controller) {
        this.group = group;
        this.controller = controller;
        this.dir = group.dir(controller).orElseThrow();
    }

    /**
     * The group.
     *
     * @return the group
     */
    protected final GroupContext group() {
        return group;
    }

    /**
     * The group's directory in the hierarchy of this controller.
     *
     * @return the directory
     */
    protected final GroupDir dir() {
        return dir;
    }

    /**
     * This object, as its public type.
     *
     * @return this
     */
    protected abstract F self();

    @Override
    public final Controller controller() {
        return controller;
    }

    @Override
    public final F apply(S spec) {
        group.execute(() -> plan(spec));
        return self();
    }

    /**
     * Checks that this kernel has the file of a setting, before anything is written.
     *
     * @param file the control file
     * @param since what is needed for it, for example {@code Linux 5.14}
     * @return the file
     * @throws UnsupportedSettingException if this kernel has no such file
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    protected final String require(String file, String since) {
        // Of a group that is gone, the write that follows tells more: what was to be written.
        if (!dir.has(file) && dir.files().exists(dir.path())) {
            throw unsupported(file, since);
        }
        return file;
    }

    /**
     * Reads a file this kernel may not have.
     *
     * @param file the control file
     * @param since what is needed for it
     * @return its text
     * @throws UnsupportedSettingException if this kernel has no such file
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    protected final String readRequired(String file, String since) {
        Optional<String> text = dir.readIfPresent(file);
        return text.orElseThrow(() -> unsupported(file, since));
    }

    private CgroupException unsupported(String file, String since) {
        Optional<ControllerUnavailableException> disabled = group.whyUnavailable(controller);
        return disabled.isPresent()
                ? disabled.get()
                : new UnsupportedSettingException(
                        Failure.of("use " + file, "this kernel has no such file; it needs " + since)
                                .at(dir.file(file)));
    }
}
