/** Many runs that begin at once on one database. Begin with {@link org.robotoverlord.it.together.ManyRunsIT}. */
package org.robotoverlord.it.together;
