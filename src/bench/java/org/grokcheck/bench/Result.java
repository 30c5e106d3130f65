package org.grokcheck.bench;

/**
 * One row of the report.
 *
 * @param name of the workload
 * @param comparison whether both sides do the same operations
 * @param steps in a block
 * @param blocks of each side, by turns
 * @param here least seconds a step on this side
 * @param peer least seconds a step at the peer
 * @param ratioCpu processor time of the peer over that of this side; above 1 this side is faster
 * @param ratioWall the same on the clock
 * @param bandwidthShare bytes that a step must read, a second, over the measured bandwidth; 0 where
 *     memory does not set the pace
 * @param lossHere loss after a few steps
 * @param lossPeer the same at the peer
 * @param peerVersion which program the peer is
 */
record Result(
    String name,
    Workload.Comparison comparison,
    int steps,
    int blocks,
    Seconds here,
    Seconds peer,
    double ratioCpu,
    double ratioWall,
    double bandwidthShare,
    double lossHere,
    double lossPeer,
    String peerVersion) {}
