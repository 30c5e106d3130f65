/** The plain objectives and optimisers against laws, closed forms and hand-worked examples. */
@NullMarked
package org.grokcheck.compute.reference;

import org.jspecify.annotations.NullMarked;
