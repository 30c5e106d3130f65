/** Tests of the data sets. */
@org.jspecify.annotations.NullMarked
package org.grokcheck.data;
