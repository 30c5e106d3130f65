/** Tests of the reports, on synthetic judgements of every kind. */
@NullMarked
package org.grokcheck.report;

import org.jspecify.annotations.NullMarked;
