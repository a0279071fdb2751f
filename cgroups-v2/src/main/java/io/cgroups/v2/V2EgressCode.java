package io.cgroups.v2;

import io.cgroups.net.ClassId;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfInstruction.Operation;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Class and mark of packets as a program that lets every packet pass.
 *
 * <p>The kernel runs the program of a group before those of the groups above. So that these do not undo it, a program
 * leaves a packet alone that has a class or a mark already.
 */
final class V2EgressCode implements V2ProgramCode<V2Egress> {
    private static final int ANSWER = 0;
    private static final int PACKET = 1;
    private static final int PRIORITY = 2;
    private static final int MARK = 3;

    /** Where the kernel lets a program see these in a packet. */
    private static final int PRIORITY_OFFSET = 32;

    private static final int MARK_OFFSET = 8;

    /** Priorities up to this are those of sockets, not of classes. */
    private static final int LARGEST_OF_SOCKETS = 0xffff;

    /**
     * Stands for no class, below a group that has one: no class of a queueing discipline, because this major number is
     * taken by {@code tc} for other uses, and as a priority of lower bits the usual one, 0.
     */
    private static final int NO_CLASS = 0xffff_0000;

    @Override
    public ProgramHook hook() {
        return ProgramHook.EGRESS;
    }

    @Override
    public String name() {
        return "io_cgroups_net";
    }

    @Override
    public List<BpfInstruction> instructions(V2Egress egress) {
        List<BpfInstruction> code = new ArrayList<>();
        egress.classId().ifPresent(id -> {
            code.add(BpfInstruction.loadWord(PRIORITY, PACKET, PRIORITY_OFFSET));
            code.add(BpfInstruction.jumpIfGreater(PRIORITY, LARGEST_OF_SOCKETS, 2));
            code.add(BpfInstruction.set(PRIORITY, id.equals(ClassId.NONE) ? NO_CLASS : (int) id.number()));
            code.add(BpfInstruction.storeWord(PACKET, PRIORITY_OFFSET, PRIORITY));
        });
        if (!egress.mark().equals(PacketMark.NONE)) {
            code.add(BpfInstruction.loadWord(MARK, PACKET, MARK_OFFSET));
            code.add(BpfInstruction.jumpIfNotEqual(MARK, 0, 2));
            code.add(BpfInstruction.set(MARK, (int) egress.mark().number()));
            code.add(BpfInstruction.storeWord(PACKET, MARK_OFFSET, MARK));
        }
        code.add(BpfInstruction.set(ANSWER, 1));
        code.add(BpfInstruction.exit());
        return code;
    }

    /** The kernel has changed the places in the packet, so the registers tell what is what. */
    @Override
    public V2Egress parse(Path group, List<BpfInstruction> instructions) {
        V2ProgramReader reader = new V2ProgramReader(group, instructions);
        Optional<ClassId> classId = Optional.empty();
        PacketMark mark = PacketMark.NONE;
        if (reader.nextIs(Operation.LOAD_WORD, PRIORITY)) {
            reader.take(Operation.LOAD_WORD, PRIORITY);
            reader.take(Operation.JUMP_IF_GREATER, PRIORITY);
            int number = reader.take(Operation.SET, PRIORITY);
            reader.take(Operation.STORE_WORD, PACKET);
            classId = Optional.of(number == NO_CLASS ? ClassId.NONE : ClassId.of(Integer.toUnsignedLong(number)));
        }
        if (reader.nextIs(Operation.LOAD_WORD, MARK)) {
            reader.take(Operation.LOAD_WORD, MARK);
            reader.take(Operation.JUMP_IF_NOT_EQUAL, MARK);
            mark = new PacketMark(Integer.toUnsignedLong(reader.take(Operation.SET, MARK)));
            reader.take(Operation.STORE_WORD, PACKET);
        }
        reader.take(Operation.SET, ANSWER);
        reader.end();
        return new V2Egress(classId, mark);
    }
}
