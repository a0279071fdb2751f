/** The view for terminals. */
package io.cgroups.examples.agent.top;
