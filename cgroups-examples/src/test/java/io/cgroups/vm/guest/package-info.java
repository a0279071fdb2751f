/**
 * Test classes that run inside a virtual machine and nowhere else. None of them is named like a test or an integration
 * test, so the build does not start them here.
 */
package io.cgroups.vm.guest;
