/** Who may ask what, and what it gets. */
package io.cgroups.examples.agent.web;
