/** Tests of the ledger: its loader, its rules and the records that ship with the project. */
@NullMarked
package org.grokcheck.ledger;

import org.jspecify.annotations.NullMarked;
