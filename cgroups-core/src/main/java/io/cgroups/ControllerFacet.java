package io.cgroups;

import io.cgroups.spi.KernelWrite;
import java.util.List;

/**
 * A group seen through one controller: read it, change it, take its statistics.
 *
 * <p>Live: every call asks the kernel, nothing is cached. May be shared between threads; changes made at the same time
 * are ordered by the kernel alone.
 *
 * @param <S> what can be set
 * @param <F> the facet itself
 */
public interface ControllerFacet<S extends ControllerSpec, F extends ControllerFacet<S, F>> {

    /**
     * The controller.
     *
     * @return the controller
     */
    Controller controller();

    /**
     * Compiles a specification into the writes that would bring it about, in order, without writing. The order can depend
     * on the present values, which are read.
     *
     * @param spec what to set; what it does not mention stays as it is
     * @return the writes, none for an empty specification
     * @throws UnsupportedSettingException if this kernel or hierarchy lacks a setting that is mentioned
     * @throws CgroupIoException if a present value cannot be read
     */
    List<KernelWrite> plan(S spec);

    /**
     * Carries out the plan of a specification: all of it, or none.
     *
     * @param spec what to set; what it does not mention stays as it is
     * @return this
     * @throws UnsupportedSettingException if this kernel or hierarchy lacks a setting that is mentioned; nothing was changed
     * @throws CgroupIoException if the kernel refuses; what was written before has been taken back, and what could not be
     *     is a suppressed exception
     */
    F apply(S spec);
}
