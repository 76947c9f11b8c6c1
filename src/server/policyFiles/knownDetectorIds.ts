/** Ids for `detectors.off` and `when.detectors`. */
export const knownDetectorIds: readonly string[] = [];
