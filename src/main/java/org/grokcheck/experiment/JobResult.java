package org.grokcheck.experiment;

/**
 * What came of one job.
 *
 * @param job what was run
 * @param rootSeed of its random streams
 * @param seconds it took
 * @param measurements what it measured
 */
public record JobResult(Job job, long rootSeed, double seconds, Measurements measurements) {}
