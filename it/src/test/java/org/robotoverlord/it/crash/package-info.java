/** Runs that are killed. */
package org.robotoverlord.it.crash;
