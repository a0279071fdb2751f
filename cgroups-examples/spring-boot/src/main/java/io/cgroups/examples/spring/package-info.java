/** A Spring Boot application that shows what its own quota does to it. */
@NullMarked
package io.cgroups.examples.spring;

import org.jspecify.annotations.NullMarked;
