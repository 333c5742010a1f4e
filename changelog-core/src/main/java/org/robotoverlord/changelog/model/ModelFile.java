package org.robotoverlord.changelog.model;

/**
 * A file of models.
 *
 * @param path as the user would name it
 * @param bytes its content
 */
public record ModelFile(String path, byte[] bytes) {}
