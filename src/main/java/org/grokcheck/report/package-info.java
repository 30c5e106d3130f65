/**
 * What a run leaves for readers: {@code claims.json}, the dossier with a card a claim, figures, a
 * summary, and what the Allure report lacks. Every number comes from the evidence.
 */
@NullMarked
package org.grokcheck.report;

import org.jspecify.annotations.NullMarked;
