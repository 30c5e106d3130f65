package org.grokcheck.ledger;

import java.util.Optional;

/**
 * The formula of a claim in LaTeX, without the dollar signs around it.
 *
 * @param printed as the paper has it; absent where the paper states it in words only
 * @param corrected what holds instead, where the printed form doesn't or leaves something open
 */
public record Formula(Optional<String> printed, Optional<String> corrected) {}
