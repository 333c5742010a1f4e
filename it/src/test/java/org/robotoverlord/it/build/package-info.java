/** Whole Maven builds of users' projects: what they said and what they left. Begin at {@link org.robotoverlord.it.build.Build}. */
package org.robotoverlord.it.build;
