/** Tests of the parts of the dossier. */
@NullMarked
package org.grokcheck.report.dossier;

import org.jspecify.annotations.NullMarked;
