/**
 * Test classes for a kernel or a view of one that the build itself does not run on: what a machine or a private mount
 * namespace runs, and how its outcomes come back. No class here is named like a test or an integration test, so the build
 * does not start them.
 */
package io.cgroups.guest;
