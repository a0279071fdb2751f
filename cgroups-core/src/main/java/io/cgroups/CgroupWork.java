package io.cgroups;

/** Starting work in a group: what it begins, and whatever that begins in turn, has never been outside of it. */
public sealed interface CgroupWork permits Cgroup {}
