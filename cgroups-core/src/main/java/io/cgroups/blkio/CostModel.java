package io.cgroups.blkio;

/**
 * What a disk can do; the linear model of {@code io.cost.model}, from which the kernel works out how much time an operation
 * costs. The kernel's source has a script that measures a disk ({@code tools/cgroup/iocost_coef_gen.py}). Immutable.
 *
 * @param read for reads only; {@code rbps}, {@code rseqiops}, {@code rrandiops}
 * @param write for writes only; {@code wbps}, {@code wseqiops}, {@code wrandiops}
 */
public record CostModel(DiskSpeed read, DiskSpeed write) {}
