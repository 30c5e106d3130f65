/**
 * The ledger of claims: what four papers on grokking state, one record a claim, and how much of it
 * holds as printed.
 *
 * <p>{@link org.grokcheck.ledger.Ledger} reads the records from YAML and refuses a file that breaks
 * a rule, naming file, line and field. A claim id such as {@code beck.eq13.ratio} is the one name
 * that links a record to its implementation, its tests and its place in a report.
 */
@NullMarked
package org.grokcheck.ledger;

import org.jspecify.annotations.NullMarked;
