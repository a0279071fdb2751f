package io.cgroups.unit;

/** What a value loses on its way from the scale of one kind of hierarchy to that of the other; the smallest loss first. */
public enum Loss {
    /** Nothing: converting back gives the same value. */
    EXACT,
    /** The other scale is coarser here: converting back gives a neighbouring value. */
    ROUNDED,
    /** The other scale ends here: the nearest it has stands for a value further out. */
    CLAMPED,
    /** Everything: the other scale has nothing that means this. */
    IMPOSSIBLE
}
