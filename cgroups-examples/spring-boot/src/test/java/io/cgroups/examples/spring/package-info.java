/** The Spring Boot example in groups of this host, and what Prometheus makes of it. */
package io.cgroups.examples.spring;
