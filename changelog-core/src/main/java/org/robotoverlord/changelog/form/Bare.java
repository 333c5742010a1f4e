package org.robotoverlord.changelog.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component that a bare scalar or list stands for, in place of the record's mapping: {@code bio: text} is {@code bio: {type:
 * text}}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Bare {}
