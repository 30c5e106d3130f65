package org.grokcheck.data;

/**
 * A film review.
 *
 * @param text in English, with the line breaks of a web page
 * @param positive whether its author liked the film
 */
public record Review(String text, boolean positive) {}
