/** Looking at groups, on the in-memory kernel. */
package io.cgroups.examples.agent.watch;
