package io.cgroups.v2;

import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DevicePolicy.Default;
import io.cgroups.devices.DeviceRule;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfInstruction.Operation;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A policy for devices as a program: each exception is a block that answers when it is about what is asked, and is left
 * else; the end answers the default.
 *
 * <p>Where the default is to deny, a block answers when all of the access that is asked is in its rule; where it is to
 * allow, when any of it is. Each block can be left by its first jump, so none is out of reach, which the kernel's verifier
 * would refuse.
 */
final class V2DevicesCode implements V2ProgramCode<DevicePolicy> {
    private static final int ANSWER = 0;
    private static final int SCRATCH = 1;
    private static final int TYPE = 2;
    private static final int ACCESS = 3;
    private static final int MAJOR = 4;
    private static final int MINOR = 5;

    /** The lower half of the first word is the kind of device, the upper half the access. */
    private static final int HALF = 0xffff;

    private static final int HALF_BITS = 16;

    private static final List<BpfInstruction> START = List.of(
            BpfInstruction.loadWord(TYPE, SCRATCH, 0),
            BpfInstruction.copy(ACCESS, TYPE),
            BpfInstruction.and(TYPE, HALF),
            BpfInstruction.shiftRight(ACCESS, HALF_BITS),
            BpfInstruction.loadWord(MAJOR, SCRATCH, Integer.BYTES),
            BpfInstruction.loadWord(MINOR, SCRATCH, 2 * Integer.BYTES));

    @Override
    public ProgramHook hook() {
        return ProgramHook.DEVICE;
    }

    @Override
    public String name() {
        return "io_cgroups_dev";
    }

    @Override
    public List<BpfInstruction> instructions(DevicePolicy policy) {
        boolean allows = policy.byDefault() == Default.ALLOW;
        List<BpfInstruction> code = new ArrayList<>(START);
        for (DeviceRule rule : policy.exceptions()) {
            List<IntFunction<BpfInstruction>> block = block(rule, allows);
            for (int left = block.size() - 1; left >= 0; left--) {
                code.add(block.get(block.size() - 1 - left).apply(left));
            }
        }
        code.add(BpfInstruction.set(ANSWER, allows ? 1 : 0));
        code.add(BpfInstruction.exit());
        return code;
    }

    /** The instructions, each as a function of how many follow it in the block, which is how far it jumps. */
    private static List<IntFunction<BpfInstruction>> block(DeviceRule rule, boolean denies) {
        List<IntFunction<BpfInstruction>> block = new ArrayList<>();
        int access = V2DeviceBits.access(rule.access());
        block.add(left -> BpfInstruction.jumpIfNotEqual(TYPE, V2DeviceBits.type(rule.type()), left));
        block.add(left -> BpfInstruction.copy(SCRATCH, ACCESS));
        if (denies) {
            block.add(left -> BpfInstruction.and(SCRATCH, access));
            block.add(left -> BpfInstruction.jumpIfEqual(SCRATCH, 0, left));
        } else {
            block.add(left -> BpfInstruction.and(SCRATCH, HALF & ~access));
            block.add(left -> BpfInstruction.jumpIfNotEqual(SCRATCH, 0, left));
        }
        rule.major().ifPresent(major -> block.add(left -> BpfInstruction.jumpIfNotEqual(MAJOR, major, left)));
        rule.minor().ifPresent(minor -> block.add(left -> BpfInstruction.jumpIfNotEqual(MINOR, minor, left)));
        block.add(left -> BpfInstruction.set(ANSWER, denies ? 0 : 1));
        block.add(left -> BpfInstruction.exit());
        return block;
    }

    @Override
    public DevicePolicy parse(Path group, List<BpfInstruction> instructions) {
        V2ProgramReader reader = new V2ProgramReader(group, instructions);
        START.forEach(reader::take);
        Set<DeviceRule> exceptions = new LinkedHashSet<>();
        while (reader.nextIs(Operation.JUMP_IF_NOT_EQUAL, TYPE)) {
            exceptions.add(parseBlock(reader));
        }
        boolean allows = reader.take(Operation.SET, ANSWER) != 0;
        reader.end();
        return new DevicePolicy(allows ? Default.ALLOW : Default.DENY, exceptions);
    }

    private static DeviceRule parseBlock(V2ProgramReader reader) {
        int type = reader.take(Operation.JUMP_IF_NOT_EQUAL, TYPE);
        reader.take(Operation.COPY, SCRATCH);
        int mask = reader.take(Operation.AND, SCRATCH);
        boolean denies = reader.takeIf(Operation.JUMP_IF_EQUAL, SCRATCH).isPresent();
        if (!denies) {
            reader.take(Operation.JUMP_IF_NOT_EQUAL, SCRATCH);
        }
        OptionalInt major = reader.takeIf(Operation.JUMP_IF_NOT_EQUAL, MAJOR);
        OptionalInt minor = reader.takeIf(Operation.JUMP_IF_NOT_EQUAL, MINOR);
        reader.take(Operation.SET, ANSWER);
        reader.take(Operation.EXIT, ANSWER);
        return new DeviceRule(V2DeviceBits.type(type), major, minor, V2DeviceBits.access(denies ? mask : HALF & ~mask));
    }
}
