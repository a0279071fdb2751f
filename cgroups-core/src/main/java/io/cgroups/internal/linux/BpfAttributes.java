package io.cgroups.internal.linux;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** The structures that {@code bpf(2)} is given, field by field; what is not set is 0. */
final class BpfAttributes {
    private BpfAttributes() {}

    static Memory zeros(int size) {
        Memory memory = new Memory(size);
        memory.clear();
        return memory;
    }

    /** A text that ends with a zero byte. */
    static Memory text(String text) {
        Memory memory = zeros(text.length() + 1);
        memory.setString(0, text, "US-ASCII");
        return memory;
    }

    /** A pointer, which takes 64 bits wherever this runs. */
    static void address(Memory attributes, int offset, Pointer pointer) {
        attributes.setLong(offset, Pointer.nativeValue(pointer));
    }

    static Memory load(int type, Memory instructions, int count, Memory licence, String name, Memory log) {
        Memory attributes = zeros(72);
        attributes.setInt(0, type);
        attributes.setInt(4, count);
        address(attributes, 8, instructions);
        address(attributes, 16, licence);
        if (log.size() > 1) {
            attributes.setInt(24, 1);
            attributes.setInt(28, (int) log.size());
            address(attributes, 32, log);
        }
        attributes.setString(48, name, "US-ASCII");
        return attributes;
    }

    static Memory attach(int group, int program, int attachType, int flags, int replaced) {
        Memory attributes = zeros(20);
        attributes.setInt(0, group);
        attributes.setInt(4, program);
        attributes.setInt(8, attachType);
        attributes.setInt(12, flags);
        attributes.setInt(16, replaced);
        return attributes;
    }

    static Memory query(int group, int attachType, Memory ids, int room) {
        // Up to "revision" at 56, which Linux 6.17 and later write whatever size is said to be there.
        Memory attributes = zeros(64);
        attributes.setInt(0, group);
        attributes.setInt(4, attachType);
        address(attributes, 16, ids);
        attributes.setInt(24, room);
        return attributes;
    }

    static Memory open(int id) {
        Memory attributes = zeros(12);
        attributes.setInt(0, id);
        return attributes;
    }

    static Memory info(int program, Memory info) {
        Memory attributes = zeros(16);
        attributes.setInt(0, program);
        attributes.setInt(4, (int) info.size());
        address(attributes, 8, info);
        return attributes;
    }
}
