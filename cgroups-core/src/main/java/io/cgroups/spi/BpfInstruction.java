package io.cgroups.spi;

/**
 * One instruction of a BPF program, as the kernel takes it. Immutable.
 *
 * <p>The factories make those that the programs of this library consist of; registers are 0 for the answer, 1 for what the
 * program is given at its start, and up to 5 for its own use.
 *
 * @param code the operation with its kind of operands, 0 to 255
 * @param destination the register that is changed or compared
 * @param source the other register
 * @param offset where in memory, or how many instructions a jump leaves out
 * @param immediate the constant
 */
public record BpfInstruction(int code, int destination, int source, int offset, int immediate) {

    /** The operations that the factories make. */
    public enum Operation {
        /** Reads 32 bits of memory; {@link BpfInstruction#loadWord}. */
        LOAD_WORD(0x61),
        /** Writes 32 bits of memory; {@link BpfInstruction#storeWord}. */
        STORE_WORD(0x63),
        /** Sets a register to a constant of 32 bits; {@link BpfInstruction#set}. */
        SET(0xb4),
        /** Sets a register to another; {@link BpfInstruction#copy}. */
        COPY(0xbc),
        /** Keeps some of the lower 32 bits; {@link BpfInstruction#and}. */
        AND(0x54),
        /** Shifts the lower 32 bits right; {@link BpfInstruction#shiftRight}. */
        SHIFT_RIGHT(0x74),
        /** Jumps when equal; {@link BpfInstruction#jumpIfEqual}. */
        JUMP_IF_EQUAL(0x15),
        /** Jumps when not equal; {@link BpfInstruction#jumpIfNotEqual}. */
        JUMP_IF_NOT_EQUAL(0x55),
        /** Jumps when greater; {@link BpfInstruction#jumpIfGreater}. */
        JUMP_IF_GREATER(0x25),
        /** Ends the program; {@link BpfInstruction#exit}. */
        EXIT(0x95);

        private final int code;

        Operation(int code) {
            this.code = code;
        }

        /**
         * The kernel's number.
         *
         * @return 0 to 255
         */
        public int code() {
            return code;
        }
    }

    private static BpfInstruction of(Operation operation, int destination, int source, int offset, int immediate) {
        return new BpfInstruction(operation.code, destination, source, offset, immediate);
    }

    /**
     * Reads 32 bits.
     *
     * @param destination the register to set
     * @param source the register with the address
     * @param offset added to the address
     * @return the instruction
     */
    public static BpfInstruction loadWord(int destination, int source, int offset) {
        return of(Operation.LOAD_WORD, destination, source, offset, 0);
    }

    /**
     * Writes 32 bits.
     *
     * @param destination the register with the address
     * @param offset added to the address
     * @param source the register to write
     * @return the instruction
     */
    public static BpfInstruction storeWord(int destination, int offset, int source) {
        return of(Operation.STORE_WORD, destination, source, offset, 0);
    }

    /**
     * Sets a register to 32 bits; the upper ones become 0.
     *
     * @param destination the register
     * @param immediate the value
     * @return the instruction
     */
    public static BpfInstruction set(int destination, int immediate) {
        return of(Operation.SET, destination, 0, 0, immediate);
    }

    /**
     * Copies the lower 32 bits of a register; the upper ones become 0.
     *
     * @param destination the register to set
     * @param source the other
     * @return the instruction
     */
    public static BpfInstruction copy(int destination, int source) {
        return of(Operation.COPY, destination, source, 0, 0);
    }

    /**
     * Keeps some bits of the lower 32; the upper ones become 0.
     *
     * @param destination the register
     * @param immediate the bits to keep
     * @return the instruction
     */
    public static BpfInstruction and(int destination, int immediate) {
        return of(Operation.AND, destination, 0, 0, immediate);
    }

    /**
     * Shifts the lower 32 bits; the upper ones become 0.
     *
     * @param destination the register
     * @param immediate by how many bits
     * @return the instruction
     */
    public static BpfInstruction shiftRight(int destination, int immediate) {
        return of(Operation.SHIFT_RIGHT, destination, 0, 0, immediate);
    }

    /**
     * Leaves instructions out when a register has a value.
     *
     * @param register the register
     * @param immediate the value
     * @param offset how many instructions
     * @return the instruction
     */
    public static BpfInstruction jumpIfEqual(int register, int immediate, int offset) {
        return of(Operation.JUMP_IF_EQUAL, register, 0, offset, immediate);
    }

    /**
     * Leaves instructions out when a register has another value.
     *
     * @param register the register
     * @param immediate the value
     * @param offset how many instructions
     * @return the instruction
     */
    public static BpfInstruction jumpIfNotEqual(int register, int immediate, int offset) {
        return of(Operation.JUMP_IF_NOT_EQUAL, register, 0, offset, immediate);
    }

    /**
     * Leaves instructions out when a register has a greater value, without a sign.
     *
     * @param register the register
     * @param immediate the value
     * @param offset how many instructions
     * @return the instruction
     */
    public static BpfInstruction jumpIfGreater(int register, int immediate, int offset) {
        return of(Operation.JUMP_IF_GREATER, register, 0, offset, immediate);
    }

    /**
     * Ends the program; register 0 is its answer.
     *
     * @return the instruction
     */
    public static BpfInstruction exit() {
        return of(Operation.EXIT, 0, 0, 0, 0);
    }

    /**
     * Whether this is an operation on a register.
     *
     * @param operation the operation
     * @param register the destination
     * @return true when it is
     */
    public boolean is(Operation operation, int register) {
        return code == operation.code && destination == register;
    }

    /**
     * Whether this only clears the upper half of a register, which the kernel's verifier puts in on some processors.
     *
     * @return true when the meaning of the program is the same without it
     */
    public boolean isZeroExtension() {
        return code == Operation.COPY.code && destination == source && immediate == 1;
    }
}
