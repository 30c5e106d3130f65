/**
 * The dossier: an opening page that answers what holds, what does not and how sure that is, and a
 * page a paper with a card a claim. Views are plain records, templates have no logic, and every
 * number comes from the evidence.
 */
@NullMarked
package org.grokcheck.report.dossier;

import org.jspecify.annotations.NullMarked;
