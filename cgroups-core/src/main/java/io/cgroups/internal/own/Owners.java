package io.cgroups.internal.own;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who owns groups: this JVM, and others that live or have lived. Not safe for use by several threads. */
public final class Owners {
    private final KernelFiles files;
    private final Optional<Owner> self;

    /** Once dead is for ever; whoever lives is asked for each time. */
    private final Set<Owner> dead = new HashSet<>();

    /**
     * Looks from this JVM.
     *
     * @param files the gate to the kernel
     */
    public Owners(KernelFiles files) {
        this.files = files;
        this.self = findSelf();
    }

    private Optional<Owner> findSelf() {
        try {
            ProcStat stat = stat("self");
            // Another id than the JVM knows: /proc is that of another pid namespace, and shows other processes than
            // ours.
            return stat.self().id() == ProcessHandle.current().pid()
                    ? Optional.of(new Owner(stat.self().id(), stat.self().start(), space()))
                    : Optional.empty();
        } catch (CgroupException e) {
            // Without a full /proc there is no telling processes apart.
            return Optional.empty();
        }
    }

    private String space() {
        Path namespaces = files.proc().resolve("self/ns");
        String pid = files.readLink(namespaces.resolve("pid"));
        try {
            return pid + "," + files.readLink(namespaces.resolve("time"));
        } catch (CgroupNotFoundException e) {
            // A kernel without time namespaces counts one time.
            return pid;
        }
    }

    private ProcStat stat(String process) {
        Path file = files.proc().resolve(process).resolve("stat");
        return ProcStat.parse(file, files.read(file));
    }

    /**
     * This JVM.
     *
     * @return the owner, empty where /proc does not tell enough
     */
    public Optional<Owner> self() {
        return self;
    }

    /**
     * Whether an owner lives. One that was killed and that nobody has asked for its exit code is dead, and so is one whose id
     * another process has now.
     *
     * @param owner the owner
     * @return the answer
     * @throws CgroupException if /proc does not answer in its format
     */
    public Life life(Owner owner) {
        if (dead.contains(owner)) {
            return Life.DEAD;
        }
        Life life = ask(owner);
        if (life == Life.DEAD) {
            dead.add(owner);
        }
        return life;
    }

    private Life ask(Owner owner) {
        if (self.filter(me -> me.space().equals(owner.space())).isEmpty()) {
            return Life.UNKNOWN;
        }
        try {
            ProcStat stat = stat(Long.toString(owner.pid()));
            return stat.self().start() == owner.start() && !stat.hasEnded() ? Life.ALIVE : Life.DEAD;
        } catch (CgroupNotFoundException | ProcessNotFoundException e) {
            return seesOthers() ? Life.DEAD : Life.UNKNOWN;
        } catch (CgroupAccessException e) {
            return Life.UNKNOWN;
        }
    }

    /** A /proc that is mounted with hidepid shows no processes of others, not even the first one. */
    private boolean seesOthers() {
        return files.exists(files.proc().resolve("1/stat"));
    }

    /**
     * What counts for marks.
     *
     * @param marks at least one
     * @return whether an owner of theirs lives
     */
    public Life life(List<Mark> marks) {
        return Life.of(marks.stream().map(mark -> life(mark.owner())).toList());
    }

    /**
     * An owner in words.
     *
     * @param owner the owner
     * @return for example {@code process 4711 (java)}
     */
    public String describe(Owner owner) {
        return switch (life(owner)) {
            case ALIVE -> owner + command(owner);
            case UNKNOWN -> owner + " of " + owner.space() + ", which cannot be seen from here";
            case DEAD -> owner + ", which is dead";
        };
    }

    private String command(Owner owner) {
        try {
            return " (" + stat(Long.toString(owner.pid())).command() + ")";
        } catch (CgroupNotFoundException | ProcessNotFoundException e) {
            // It has just ended.
            return "";
        }
    }
}
