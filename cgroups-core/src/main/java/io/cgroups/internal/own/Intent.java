package io.cgroups.internal.own;

/**
 * Says on the directory of a group that one below it is being made: a process that is killed after it has made a directory and
 * before it has marked it leaves this behind.
 *
 * @param mark the mark that the new group will have
 * @param child its name
 */
public record Intent(Mark mark, String child) {}
