/** Runs that are killed, and runs that meet. */
package org.robotoverlord.it.crash;
