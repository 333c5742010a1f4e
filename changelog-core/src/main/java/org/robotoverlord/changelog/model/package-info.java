/** What the schema is to be: the models that people edit. Begin with {@link org.robotoverlord.changelog.model.ModelSource}. */
package org.robotoverlord.changelog.model;
