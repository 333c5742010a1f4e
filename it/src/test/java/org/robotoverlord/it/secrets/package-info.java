/** Passwords that were given in every form, and are looked for in all that a build said and wrote. */
package org.robotoverlord.it.secrets;
