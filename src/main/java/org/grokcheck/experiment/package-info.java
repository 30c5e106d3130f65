/**
 * Experiments: what to run as data, running it over jobs side by side, results on disk that say
 * where they come from, and figures as data. Criteria are the tests' business.
 */
@NullMarked
package org.grokcheck.experiment;

import org.jspecify.annotations.NullMarked;
