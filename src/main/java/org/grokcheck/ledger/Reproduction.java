package org.grokcheck.ledger;

/**
 * How to reproduce an empirical claim.
 *
 * @param setting what the paper did: sizes, parameters, seeds
 * @param small a version for an ordinary computer
 * @param full the version at the paper's own size
 * @param verdict what to measure, and when the measurement supports the claim
 */
public record Reproduction(String setting, String small, String full, String verdict) {}
