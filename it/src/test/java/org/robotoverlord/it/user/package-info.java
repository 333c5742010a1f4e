/** What an ordinary user sees. */
package org.robotoverlord.it.user;
