/**
 * Whether two evaluations of one objective agree: fixed cases for every architecture, any two
 * parties (reference, engine on a device), and bounds derived from the operations of each.
 */
@NullMarked
package org.grokcheck.compute.agreement;

import org.jspecify.annotations.NullMarked;
