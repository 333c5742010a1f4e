package org.robotoverlord.changelog.form;

import java.util.Optional;

/**
 * A value that may be written as one scalar. Its class has a static method {@code parse(Scalar)} that is the inverse and throws a
 * {@code Problem} for what it can't read. Where the class is a record too, a mapping is read component by component.
 */
public interface Written {
    /** The scalar that stands for this value; empty where only a mapping can hold it all. */
    Optional<Scalar> written();

    /** The scalar that is the same for all values that mean the same: what checksums are made of. */
    default Optional<Scalar> canonical() {
        return written();
    }
}
