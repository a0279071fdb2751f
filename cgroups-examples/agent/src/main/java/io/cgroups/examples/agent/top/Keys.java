package io.cgroups.examples.agent.top;

import java.io.IOException;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** The keys of a terminal, by what they mean here. */
final class Keys {
    /** What a key means. */
    enum Key {
        QUIT,
        LEFT,
        RIGHT,
        UP,
        DOWN,
        OTHER,
        /** None was pressed. */
        NONE
    }

    private final Terminal terminal;
    private final BindingReader reader;
    private final KeyMap<Key> map = new KeyMap<>();

    Keys(Terminal terminal) {
        this.terminal = terminal;
        this.reader = new BindingReader(terminal.reader());
        map.bind(Key.QUIT, "q", "Q", KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        map.bind(Key.RIGHT, "s", "l", "\u001b[C", "\u001bOC");
        map.bind(Key.LEFT, "S", "h", "\u001b[D", "\u001bOD");
        map.bind(Key.DOWN, "j", "\u001b[B", "\u001bOB");
        map.bind(Key.UP, "k", "\u001b[A", "\u001bOA");
        bind(Key.RIGHT, Capability.key_right);
        bind(Key.LEFT, Capability.key_left);
        bind(Key.DOWN, Capability.key_down);
        bind(Key.UP, Capability.key_up);
        map.setNomatch(Key.OTHER);
        map.setUnicode(Key.OTHER);
    }

    private void bind(Key key, Capability capability) {
        String sequence = KeyMap.key(terminal, capability);
        if (sequence != null) {
            map.bind(key, sequence);
        }
    }

    /** Waits for a key, so many milliseconds at the most. */
    Key next(long millis) throws IOException {
        int character = reader.peekCharacter(millis);
        if (character == -2) {
            return Key.NONE;
        }
        // The terminal is gone.
        if (character == -1) {
            return Key.QUIT;
        }
        Key key = reader.readBinding(map);
        return key == null ? Key.QUIT : key;
    }
}
