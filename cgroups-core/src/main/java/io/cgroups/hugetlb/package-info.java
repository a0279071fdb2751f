/** The hugetlb controller: limits and statistics of huge pages, for each page size. */
@NullMarked
package io.cgroups.hugetlb;

import org.jspecify.annotations.NullMarked;
