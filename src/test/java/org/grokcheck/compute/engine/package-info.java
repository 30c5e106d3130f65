@NullMarked
package org.grokcheck.compute.engine;

import org.jspecify.annotations.NullMarked;
