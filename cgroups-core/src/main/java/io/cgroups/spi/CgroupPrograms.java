package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.UnsupportedSettingException;
import java.nio.file.Path;
import java.util.List;

/**
 * The gate to the BPF programs of v2 groups, {@code bpf(2)}.
 *
 * <p>The programs of a group run for its members and for those of all groups below, together with the programs those have
 * themselves. They stay when the JVM ends, and go with the group. Programs of others are left alone: every program is
 * attached in the way that lets others join ({@code BPF_F_ALLOW_MULTI}).
 *
 * <p>Needs Linux 4.15 built with {@code CONFIG_CGROUP_BPF}, and root in the first user namespace: {@code CAP_SYS_ADMIN}
 * and {@code CAP_NET_ADMIN}. A call has its whole effect or throws. Safe for use by many threads.
 */
public interface CgroupPrograms {

    /**
     * Lists the programs that are attached to a group itself.
     *
     * @param group the directory of the group
     * @param hook where they run
     * @return the programs, in the kernel's order
     * @throws UnsupportedSettingException if this kernel has no such programs
     * @throws CgroupIoException if the kernel refuses
     */
    List<AttachedProgram> attached(Path group, ProgramHook hook);

    /**
     * Reads a program as the kernel runs it, which can differ from what was loaded: places in memory are those of the
     * kernel's own structures.
     *
     * @param group the directory of the group it is attached to
     * @param program the program
     * @return its instructions
     * @throws UnsupportedSettingException if this kernel does not show them, as with {@code net.core.bpf_jit_harden=2} and
     *     {@code kernel.kptr_restrict=2}
     * @throws CgroupIoException if the kernel refuses, for example because the program is gone
     */
    List<BpfInstruction> instructions(Path group, AttachedProgram program);

    /**
     * Loads a program and attaches it next to those that are there.
     *
     * @param group the directory of the group
     * @param program the program
     * @throws UnsupportedSettingException if this kernel has no such programs
     * @throws CgroupIoException if the kernel refuses
     */
    void attach(Path group, BpfProgram program);

    /**
     * Loads a program and puts it in the place of another in one step (since Linux 5.6; before, both are attached for a
     * moment).
     *
     * @param group the directory of the group
     * @param old the program that is attached
     * @param program the program that is to be attached
     * @throws CgroupIoException if the kernel refuses, for example because the old one is no longer attached
     */
    void replace(Path group, AttachedProgram old, BpfProgram program);

    /**
     * Takes a program away.
     *
     * @param group the directory of the group
     * @param hook where it runs
     * @param program the program
     * @throws CgroupIoException if the kernel refuses, for example because it is no longer attached
     */
    void detach(Path group, ProgramHook hook, AttachedProgram program);
}
