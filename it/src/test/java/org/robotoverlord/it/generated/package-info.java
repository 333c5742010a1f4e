/** Schemas that nobody thought of, made into each other on real databases. Begin at {@link org.robotoverlord.it.generated.Journey}. */
package org.robotoverlord.it.generated;
