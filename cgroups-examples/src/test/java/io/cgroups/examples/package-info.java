/** The examples do what they say. */
package io.cgroups.examples;
