/** The groups of the demo. */
package io.cgroups.examples.agent.demo;
