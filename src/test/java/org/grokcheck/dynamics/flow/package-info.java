/** Gradient flow and descent against closed forms, other integrations, and their symmetries. */
@NullMarked
package org.grokcheck.dynamics.flow;

import org.jspecify.annotations.NullMarked;
