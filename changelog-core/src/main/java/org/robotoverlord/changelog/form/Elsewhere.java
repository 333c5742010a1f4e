package org.robotoverlord.changelog.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that people will look for in this record, though it is written elsewhere: the error for it says where. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Elsewhere.Keys.class)
public @interface Elsewhere {
    /** The key that isn't taken here. */
    String key();

    /** What to write instead, as the end of a sentence. */
    String instead();

    /** Several of them on one record. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Keys {
        /** The marks. */
        Elsewhere[] value();
    }
}
