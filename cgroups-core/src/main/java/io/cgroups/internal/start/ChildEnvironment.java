package io.cgroups.internal.start;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to be done so that an environment passes a shell unchanged. Any POSIX shell sets some variables for itself, which
 * are put right by name; a few it does not pass on at all, and those take a way around it, through env(1).
 *
 * @param unset the variables the shell may have made up
 * @param set those to set to what they were, as {@code NAME=value}
 * @param around those the shell must not see
 */
record ChildEnvironment(List<String> unset, List<String> set, Map<String, String> around) {
    /** Set, counted up or exported by dash, bash or the shell of busybox. */
    private static final List<String> PUT_RIGHT = List.of("PWD", "OLDPWD", "SHLVL", "_");

    /** Changed, kept back or taken for orders by at least one of them; so are all that begin with BASH. */
    private static final Set<String> AROUND = Set.of(
            "COMP_WORDBREAKS",
            "EPOCHREALTIME",
            "EPOCHSECONDS",
            "HISTCMD",
            "IFS",
            "LINENO",
            "OPTERR",
            "OPTIND",
            "POSIXLY_CORRECT",
            "PPID",
            "PS1",
            "PS2",
            "PS4",
            "RANDOM",
            "SHELLOPTS",
            "SRANDOM");

    /** What the JVM puts in the place of bytes it cannot decode: what has it cannot be handed on as an argument. */
    private static final char UNDECODED = '\uFFFD';

    static ChildEnvironment of(Map<String, String> environment) {
        List<String> unset = new ArrayList<>();
        List<String> set = new ArrayList<>();
        for (String name : PUT_RIGHT) {
            String value = environment.get(name);
            if (value == null) {
                unset.add(name);
            } else if (value.indexOf(UNDECODED) < 0) {
                set.add(name + "=" + value);
            }
        }
        if (!environment.containsKey("PATH")) {
            unset.add("PATH");
        }
        return new ChildEnvironment(unset, set, around(environment));
    }

    private static Map<String, String> around(Map<String, String> environment) {
        Map<String, String> around = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (!name.isEmpty() && !passesShells(name) && (name + value).indexOf(UNDECODED) < 0) {
                around.put(name, value);
            }
        });
        return around;
    }

    private static boolean passesShells(String name) {
        return isIdentifier(name) && !name.startsWith("BASH") && !AROUND.contains(name);
    }

    private static boolean isIdentifier(String name) {
        return name.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9')) && isLetter(name.charAt(0));
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** The arguments of env(1), up to the program. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        unset.forEach(name -> arguments.addAll(List.of("-u", name)));
        arguments.add("--");
        arguments.addAll(set);
        around.forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
    }

    /** The commands of a dash that do the same with {@link #arguments()}, and leave the program as the first argument. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        unset.forEach(name -> commands.add("unset " + name));
        if (unset.contains("PATH")) {
            // Not exported any more: it only serves to find the program.
            commands.add("PATH=" + ProgramPath.DEFAULT);
        }
        commands.add("shift " + (2 * unset.size() + 1));
        set.forEach(assignment -> commands.add("export \"$1\"; shift"));
        return commands;
    }
}
