package org.grokcheck.ledger;

import java.util.Optional;

/**
 * The formula of a claim in LaTeX, without the dollar signs around it.
 *
 * @param printed as the paper has it, or, for an extension, as the ledger states it; absent where
 *     the paper has words only
 * @param corrected what holds instead, where the printed form doesn't or leaves something open
 */
public record Formula(Optional<String> printed, Optional<String> corrected) {}
