package org.robotoverlord.changelog.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The component says nothing where another is there, so it isn't written then: an identity column is never null. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ImpliedBy {
    /** The other component's key. */
    String value();
}
