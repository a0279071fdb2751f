package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How programs are attached to groups of the v2 hierarchy, whatever they do. */
public abstract class V2ProgramsContract {
    private static final List<BpfInstruction> YES = List.of(BpfInstruction.set(0, 1), BpfInstruction.exit());

    private final TestHost host;
    private CgroupPrograms programs;
    private Path box;

    protected V2ProgramsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        programs = host.files().programs().orElseThrow();
        box = host.unified().mountPoint().resolve(host.newName());
        host.files().createDirectory(box);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static BpfProgram yes(ProgramHook hook, String name) {
        return new BpfProgram(hook, name, YES);
    }

    private List<String> names(ProgramHook hook) {
        return programs.attached(box, hook).stream().map(AttachedProgram::name).toList();
    }

    private void refused(Errno errno, String words, BpfInstruction... instructions) {
        BpfProgram program = new BpfProgram(ProgramHook.DEVICE, "wrong", List.of(instructions));
        assertThatThrownBy(() -> programs.attach(box, program))
                .isInstanceOfSatisfying(
                        CgroupIoException.class, e -> assertThat(e.errno()).contains(errno))
                .hasMessageContaining("load a program for " + box)
                .hasMessageContaining("verifier says")
                .hasMessageContaining(words);
        assertThat(programs.attached(box, ProgramHook.DEVICE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void programsAreListedInTheOrderOfAttachingAndTakenAwayOneByOne(ProgramHook hook) {
        assertThat(programs.attached(box, hook)).isEmpty();
        programs.attach(box, yes(hook, "first"));
        programs.attach(box, yes(hook, "second_of_15_ch"));
        programs.attach(box, yes(hook, ""));
        assertThat(names(hook)).containsExactly("first", "second_of_15_ch", "");

        AttachedProgram first = programs.attached(box, hook).get(0);
        programs.detach(box, hook, first);
        assertThat(names(hook)).containsExactly("second_of_15_ch", "");
        assertThatThrownBy(() -> programs.detach(box, hook, first)).isInstanceOf(CgroupNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aProgramTakesThePlaceOfAnother(ProgramHook hook) {
        programs.attach(box, yes(hook, "first"));
        programs.attach(box, yes(hook, "second"));
        AttachedProgram first = programs.attached(box, hook).get(0);
        programs.replace(box, first, yes(hook, "third"));
        assertThat(names(hook)).containsExactly("third", "second");
        assertThatThrownBy(() -> programs.replace(box, first, yes(hook, "fourth")))
                .isInstanceOf(CgroupNotFoundException.class);
        assertThat(names(hook)).containsExactly("third", "second");
    }

    @Test
    void theInstructionsAreReadBack() {
        List<BpfInstruction> code = List.of(
                BpfInstruction.loadWord(2, 1, 4),
                BpfInstruction.copy(3, 2),
                BpfInstruction.and(3, 0xfff8),
                BpfInstruction.shiftRight(2, 3),
                BpfInstruction.set(0, 0),
                BpfInstruction.jumpIfEqual(3, -5, 2),
                BpfInstruction.jumpIfNotEqual(2, 7, 1),
                BpfInstruction.set(0, 1),
                BpfInstruction.exit());
        programs.attach(box, new BpfProgram(ProgramHook.DEVICE, "read_back", code));
        AttachedProgram program = programs.attached(box, ProgramHook.DEVICE).get(0);
        List<BpfInstruction> read = new ArrayList<>(programs.instructions(box, program));
        read.removeIf(BpfInstruction::isZeroExtension);
        assertThat(read).isEqualTo(code);

        programs.detach(box, ProgramHook.DEVICE, program);
        assertThatThrownBy(() -> programs.instructions(box, program)).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void theVerifierSaysWhatItRefuses() {
        refused(
                Errno.EINVAL,
                "unreachable insn 2",
                BpfInstruction.set(0, 0),
                BpfInstruction.exit(),
                BpfInstruction.set(0, 1),
                BpfInstruction.exit());
        refused(Errno.EACCES, "R0 !read_ok", BpfInstruction.exit());
        refused(Errno.EACCES, "R7 !read_ok", BpfInstruction.copy(0, 7), BpfInstruction.exit());
        refused(Errno.EINVAL, "At program exit the register R0", BpfInstruction.set(0, 5), BpfInstruction.exit());
        refused(
                Errno.EACCES,
                "invalid bpf_context access off=12 size=4",
                BpfInstruction.loadWord(2, 1, 12),
                BpfInstruction.set(0, 1),
                BpfInstruction.exit());
        refused(
                Errno.EACCES,
                "invalid bpf_context access off=0 size=4",
                BpfInstruction.set(0, 1),
                BpfInstruction.storeWord(1, 0, 0),
                BpfInstruction.exit());
    }

    @Test
    void moreThanTheKernelAllowsAreRefused() {
        Collections.nCopies(64, yes(ProgramHook.EGRESS, "many")).forEach(program -> programs.attach(box, program));
        BpfProgram oneMore = yes(ProgramHook.EGRESS, "many");
        assertThatThrownBy(() -> programs.attach(box, oneMore))
                .isInstanceOf(CgroupIoException.class)
                .hasMessageContaining("64");
        assertThat(names(ProgramHook.EGRESS)).hasSize(64);
    }

    @Test
    void aNameOfOtherCharactersIsRefused() {
        assertThatThrownBy(() -> programs.attach(box, yes(ProgramHook.DEVICE, "a b")))
                .isInstanceOf(CgroupException.class);
    }

    @Test
    void programsGoWithTheGroup() {
        programs.attach(box, yes(ProgramHook.DEVICE, "first"));
        host.files().removeDirectory(box);
        assertThatThrownBy(() -> programs.attached(box, ProgramHook.DEVICE))
                .isInstanceOf(CgroupNotFoundException.class)
                .hasMessageContaining("the group is gone");
        assertThatThrownBy(() -> programs.attach(box, yes(ProgramHook.DEVICE, "first")))
                .isInstanceOf(CgroupNotFoundException.class);
        host.files().createDirectory(box);
        assertThat(programs.attached(box, ProgramHook.DEVICE)).isEmpty();
    }
}
