/** Tests of the report on agreement. */
@NullMarked
package org.grokcheck.cli.agreement;

import org.jspecify.annotations.NullMarked;
