/** Whether devices and precisions agree, as a report. */
@NullMarked
package org.grokcheck.cli.agreement;

import org.jspecify.annotations.NullMarked;
