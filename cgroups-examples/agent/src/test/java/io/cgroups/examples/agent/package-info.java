/** The agent does what it says, on the in-memory kernel, on this one, and in a browser. */
package io.cgroups.examples.agent;
